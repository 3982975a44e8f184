"""Days as people type them into a cell: "11-Jul", "Mon 7 Dec", "lundi 7 décembre", "Tuesday", "Day 2"."""

from __future__ import annotations

import re

from site_gen.ingest.records import PartialDay
from site_gen.text import fold

_WEEKDAYS = (  # English, German, French, Spanish, Italian, Portuguese
    "mon monday mo montag lun lundi lunes lunedi seg segunda segunda-feira",
    "tue tues tuesday di dienstag mar mardi martes martedi ter terca terca-feira",
    "wed weds wednesday mi mittwoch mer mercredi mie miercoles mercoledi qua quarta quarta-feira",
    "thu thur thurs thursday do donnerstag jeu jeudi jue jueves gio giovedi qui quinta quinta-feira",
    "fri friday fr freitag ven vendredi vie viernes venerdi sex sexta sexta-feira",
    "sat saturday sa samstag sonnabend sam samedi sab sabado sabato",
    "sun sunday so sonntag dim dimanche dom domingo domenica",
)
_MONTHS = (
    "jan january januar janner janv janvier ene enero gen gennaio janeiro",
    "feb february februar fev fevr fevrier febrero febbraio fevereiro",
    "mar march mrz marz mars marzo marco",
    "apr april avr avril abr abril aprile",
    "may mai mayo mag maggio maio",
    "jun june juni juin junio giu giugno junho",
    "jul july juli juil juillet julio lug luglio julho",
    "aug august aout ago agosto",
    "sep sept september septembre septiembre set settembre setembro",
    "oct october okt oktober octobre octubre ott ottobre out outubro",
    "nov november novembre noviembre novembro",
    "dec december dez dezember decembre dic diciembre dicembre dezembro",
)
# Dutch, Slavonic, Turkish, Nordic, Greek, Arabic: whole names alone.
_MORE_WEEKDAYS = (
    "maandag poniedziałek pondělí понедельник понеділок pazartesi måndag mandag maanantai Δευτέρα الاثنين",
    "dinsdag wtorek úterý вторник вівторок salı tisdag tirsdag tiistai Τρίτη الثلاثاء",
    "woensdag środa středa среда середа çarşamba onsdag keskiviikko Τετάρτη الأربعاء",
    "donderdag czwartek čtvrtek четверг четвер perşembe torsdag torstai Πέμπτη الخميس",
    "vrijdag piątek pátek пятница cuma fredag perjantai Παρασκευή الجمعة",
    "zaterdag sobota суббота субота cumartesi lördag lørdag lauantai Σάββατο السبت",
    "zondag niedziela neděle воскресенье неділя pazar söndag søndag sunnuntai Κυριακή الأحد",
)
_MORE_MONTHS = (
    "januari styczeń stycznia leden ledna января січня ocak januar tammikuuta Ιανουαρίου يناير",
    "februari luty lutego únor února февраля лютого şubat helmikuuta Φεβρουαρίου فبراير",
    "maart marzec marca březen března марта березня mart marts maaliskuuta Μαρτίου مارس",
    "kwiecień kwietnia duben dubna апреля квітня nisan huhtikuuta Απριλίου أبريل",
    "mei maja květen května мая травня mayıs maj toukokuuta Μαΐου مايو",
    "czerwiec czerwca červen června июня червня haziran kesäkuuta Ιουνίου يونيو",
    "lipiec lipca červenec července июля липня temmuz heinäkuuta Ιουλίου يوليو",
    "augustus sierpień sierpnia srpen srpna августа серпня ağustos augusti elokuuta Αυγούστου أغسطس",
    "wrzesień września září сентября вересня eylül syyskuuta Σεπτεμβρίου سبتمبر",
    "październik października říjen října октября жовтня ekim lokakuuta Οκτωβρίου أكتوبر",
    "listopad listopada listopadu ноября листопада kasım marraskuuta Νοεμβρίου نوفمبر",
    "grudzień grudnia prosinec prosince декабря грудня aralık desember joulukuuta Δεκεμβρίου ديسمبر",
)
_WEEKDAY = {
    fold(name): number
    for listed in (_MORE_WEEKDAYS, _WEEKDAYS)
    for number, names in enumerate(listed)
    for name in names.split()
}
_MONTH = {
    fold(name): number
    for listed in (_MORE_MONTHS, _MONTHS)
    for number, names in enumerate(listed, 1)
    for name in names.split()
}
_HAN_WEEKDAYS = ("月一월", "火二화", "水三수", "木四목", "金五금", "土六토", "日天일")
_HAN = re.compile(  # "2031年6月12日（星期四）", "6月12日(木)", "6월 12일 목요일"
    r"(?:(?P<year>\d{4})\s?[年년./-]\s?)?(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日号號일]"
    r"[\s,，]*[(（]?(?:星期|周|週|礼拜)?(?P<weekday>[一二三四五六日天月火水木金土월화수목금토일])?(?:曜日?|요일)?[)）]?"
)
_ORDINAL = re.compile(
    r"(?:(?:conference|main)\s+)?(?:day|tag|jour|dia|giorno)\s*(?:no\.?\s*)?(\d{1,2})|(\d)\.\s*tag"
)
_WORD = re.compile(r"[^\W\d_]+(?:-feira)?|\d+")
_SILENT_TEXT = "the of de del le den der am on el il st nd rd th er o a d r г года року"
_SILENT = frozenset(_SILENT_TEXT.split())
_HAN_BEHIND = re.compile(r"\s?[(（]([月火水木金土日월화수목금토일])(?:曜日?|요일)?[)）]$")  # "2031.05.05(월)"
_VIETNAMESE = re.compile(r"(?:thu \w+,? )?(?:ngay )?(\d{1,2}) thang (\d{1,2})(?:,? nam (\d{4}))?")
_LONGEST = 60


def typed_day(text: str) -> PartialDay | None:
    """The day of a cell that is nothing but a day; None where it is none.

    A weekday alone has neither day nor month, nor has "Day 2", which only counts.
    """
    if len(text) > _LONGEST:
        return None
    if han := _HAN.fullmatch(text.strip()):
        number = next(
            (at for at, names in enumerate(_HAN_WEEKDAYS) if (han["weekday"] or "-") in names), None
        )
        return PartialDay(int(han["day"]), int(han["month"]), int(han["year"] or 0) or None, number)
    plain = fold(text)
    if vietnamese := _VIETNAMESE.fullmatch(plain.strip()):
        return PartialDay(int(vietnamese[1]), int(vietnamese[2]), int(vietnamese[3] or 0) or None)
    counted = _ORDINAL.fullmatch(plain.strip(" .,:;()"))
    if counted:
        return PartialDay(0, 0, count=int(counted[1] or counted[2]))
    words = [word for word in _WORD.findall(plain) if word not in _SILENT]
    weekday = _WEEKDAY.get(words[0]) if words else None
    rest = words[1:] if weekday is not None else words
    if weekday is not None and not rest:
        return PartialDay(0, 0, weekday=weekday)
    if (found := _named(rest, weekday)) or weekday is not None or not words:
        return found
    behind = _WEEKDAY.get(words[-1])  # "12 Haziran 2031, Perşembe"
    return _named(words[:-1], behind) if behind is not None else None


def _named(words: list[str], weekday: int | None) -> PartialDay | None:
    """The day of "7 dec", "dec 7" or "7 dec 2026"."""
    numbers = [int(word) for word in words if word.isdecimal()]
    months = [_MONTH[word] for word in words if word in _MONTH]
    if len(months) != 1 or len(numbers) + 1 != len(words) or not 1 <= len(numbers) <= 2:
        return None
    year = numbers[1] if len(numbers) == 2 else None
    if year is not None and year < 100:
        if words[1] not in _MONTH:  # "April 16-17" are two days
            return None
        year += 2000
    return PartialDay(numbers[0], months[0], year, weekday)


def is_weekday(text: str) -> bool:
    """Whether a text is a weekday and nothing else, in any of the languages: "friday"."""
    return fold(text) in _WEEKDAY and len(text) > 3  # "so" and "di" are other words too


def is_day_word(text: str) -> bool:
    """Whether a word may stand in a day, in any of the languages: "friday", "juin", "of"."""
    word = fold(text)
    return word in _WEEKDAY or word in _MONTH or word in _SILENT


def without_weekday(text: str) -> tuple[int | None, str]:
    """The weekday that a text begins with, in any of the languages, or one sign in brackets, and the rest."""
    if behind := _HAN_BEHIND.search(text):
        number = next(at for at, names in enumerate(_HAN_WEEKDAYS) if behind[1] in names)
        return number, text[: behind.start()]
    match = re.match(r"\s*([^\W\d_]{2,10}(?:-feira)?)\.?,?\s+(?=\d)", text)
    weekday = _WEEKDAY.get(fold(match[1])) if match else None
    return (weekday, text[match.end() :]) if match and weekday is not None else (None, text)
