"""The words of titles that tell what sort of session it is, in the languages of the field."""

from __future__ import annotations

import re

from site_gen.conference import SessionKind

WORDS: tuple[tuple[str, SessionKind], ...] = (  # English, German, French, Spanish, Italian, Portuguese
    (
        r"registration|check-?in|badge|anmeldung|registrierung|inscri(?:pci[oó]n(?:es)?|[cç](?:[aã]o|[oõ]es))"
        r"|(?:iscri|registra)zion[ei]|credenciamento|(?<!['’])accueil",
        "registration",
    ),
    (
        r"reception|socials?(?! \w)|social (?:events?|hours?|dinner|programme?|gathering|activit(?:y|ies))"
        r"|(?<!-)(?<!multi )(?<!third )(?<!two )party(?! (?:comput|cookie|data|model|protocol))"
        r"|banquet|dinner|(?<!-)mixer|happy hour|gala|excursion|gesellschaftsabend",
        "social",
    ),
    (r"empfang|abendessen|d[iî]ner|soir[eé]e|cena|jantar|r[eé]ception|recepci[oó]n|ausflug", "social"),
    (
        r"(?<!\w )(?:afternoon |morning )?tea(?: and (?:coffee|cakes?|biscuits))?(?=\W*$)"
        r"|coffee|lunch|luncheon|breakfast|buffet|refreshments?"
        r"|(?<!to )(?<!we )(?<!can )(?<!they )(?<!you )(?<!not )(?<!will )(?<!that )break(?![ -]?outs?\b)"
        r"(?! (?:an?|the|it|your|my|our|free|into|down|through)\b)"
        r"|(?:kaffee|mittags|tee)?pausen?|kaffee|(?<!am )mittag(?:essen)?|fr[uü]hst[uü]ck|pause[- ]caf[eé]"
        r"|d[eé]jeuner|pausa|descanso|caf[eé]|almuerzo|comida|pranzo|coffee-?break|almo[cç]o|intervalo",
        "break",
    ),
    (r"poster session|posters?(?:session(?:en)?|sitzung|ausstellung)?|p[oó]ster(?:es)?", "poster"),
    (
        r"(?<!solar )panel(?:diskussion)?(?! (?:data|method|model|regress))|podiumsdiskussion|round ?table"
        r"|table ronde|mesa redonda|tavola rotonda",
        "panel",
    ),
    (
        r"keynote|(?:invited|plenary) (?:talk|lecture|address|speaker)|inaugural lecture"
        r"|(?:haupt|plenar|keynote|er[oö]ffnungs|eingeladener )vortrag",
        "invited-talk",
    ),
    (
        r"(?:conf[eé]renc\w+|ponencia|palestra|\w+zione)"
        r" (?:(?:in|con)vi[td]\w+|su invito|pl[eé]n(?:i[eè]re|[aá]ria)|(?:magistral|inaugural)\w*)",
        "invited-talk",
    ),
    (r"tutorials?|tutoriels?|tutori(?:um|en)", "tutorial"),
    (r"workshops?|ateliers?|taller(?:es)?", "workshop"),
    (r"demos?|(?<!from )(?<!of )demonstrations?", "demo"),
    (r"oral session|orals?(?! (?:histor|cancer|health|tradition|literature))|spotlights?", "oral"),
    (r"kay[ıi]t|rejestracja|регистрация|registrering|registratie|registrace", "registration"),
    (r"akşam yemeği|kolacja|bankiet|ужин|банкет|фуршет|middag", "social"),
    (r"kahve|öğle yemeği|przerwa|obiad|кофе|обед|перерыв|frokost|koffie|pauze|přestávka|oběd", "break"),
    (
        r"davetli konuşma|wykład (?:inauguracyjny|plenarny|zaproszony)|(?:пленарный|приглаш[её]нный) доклад",
        "invited-talk",
    ),
    (r"круглый стол|yuvarlak masa|okrągły stół", "panel"),
)
"""What each kind is called, the surest first."""

# Chinese, Japanese, Korean: nothing parts the words.
_HAN: tuple[tuple[str, SessionKind], ...] = (
    (r"[签簽]到|[注註][册冊]|[报報]到|受付|등록|접수", "registration"),
    (r"晚宴|[欢歡]迎[会會]|懇親[会會]|交流[会會]|만찬|간담회", "social"),
    (r"茶歇|茶叙|休息|午餐|早餐|晚餐|休憩|昼食|昼休み|휴식|점심", "break"),
    (r"海[报報]|ポスター|포스터", "poster"),
    (r"[圆圓]桌|パネル|패널", "panel"),
    (
        r"主[旨题題](?:[报報]告|演[讲講])|大[会會](?:[报報]告)|特邀|基調|招待講演|特別講演|기조|초청",
        "invited-talk",
    ),
)
_LONGEST = 40


def kind_in_han(title: str) -> SessionKind:
    """The kind that a short title tells; "other" where it tells none."""
    if title.isascii() or len(title) > _LONGEST:
        return "other"
    return next((kind for pattern, kind in _HAN if re.search(pattern, title)), "other")
