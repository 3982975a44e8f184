"""Columns in six languages, columns of unknown names, and documents that no format recognises."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from site_gen.ingest.formats import detect
from site_gen.ingest.reading.columns.column_names import SHEET_FIELDS
from site_gen.ingest.reading.columns.columns import column_name, columns_of
from site_gen.ingest.reading.columns.private_values import kind_of_column
from site_gen.ingest.reading.columns.verdicts import verdict
from tests.command import in_project as ran
from tests.ingested import ingested
from tests.test_wrong_cells import project_of

PROGRAMME = ("date", "start", "end", "session", "room", "chair", "talk", "speaker")
PROGRAMMES = {
    "en": "Day,Begins,Until,Activity,Where,Host,Presentation title,Who",
    "de": "Tag,Von,Bis,Programmpunkt,Raum,Sitzungsleiter,Titel des Vortrags,Referent*in",
    "fr": "Journée,Heure début,Jusqu'à,Intitulé de la session,Amphithéâtre,Président(e),Exposé,Intervenant·e",
    "es": "Fecha,Hora inicio,Hora fin,Nombre de la sesión,Salón,Moderador/a,Título de la ponencia,Expositor",
    "it": "Giornata,Dalle,Alle,Titolo della sessione,Sede,Presiede,Titolo intervento,Relatore/Relatrice",
    "pt": "Dia,Das,Às,Título da sessão,Auditório,Coordenador(a),Título da palestra,Apresentador",
}
PROGRAMMES_OF_OTHERS = {
    "nl": "Datum,Begintijd,Eindtijd,Sessie,Zaal,Voorzitter,Presentatie,Spreker",
    "pl": "Data,Początek,Koniec,Sesja,Miejsce,Przewodniczący,Tytuł wystąpienia,Prelegent",
    "tr": "Tarih,Başlangıç,Bitiş,Oturum,Salon,Oturum Başkanı,Sunum,Konuşmacı",
    "el": "Ημερομηνία,Ώρα έναρξης,Λήξη,Συνεδρία,Αίθουσα,Συντονιστής,Ομιλία,Ομιλητής",
    "ru": "Дата,Начало,Окончание,Секция,Аудитория,Председатель,Название доклада,Докладчик",
    "vi": "Ngày,Bắt đầu,Kết thúc,Phiên,Phòng,Chủ trì,Báo cáo,Diễn giả",
    "ar": "التاريخ,وقت البداية,وقت النهاية,الجلسة,القاعة,رئيس الجلسة,المداخلة,المتحدث",
    "zh": "日期,开始时间,结束时间,专场,会场,主持人,报告题目,报告人",
    "zh-TW": "日期,開始時間,結束時間,場次,會議室,主持人,演講題目,講者",
    "ja": "日付,開始時刻,終了時刻,セッション,会場,座長,講演題目,講演者",
    "ko": "날짜,시작 시간,종료 시간,세션,장소,좌장,발표제목,발표자",
}
PAPERS_OF_OTHERS = {
    "nl": "Papernummer,Titel,Auteurs,Instelling,Samenvatting,Trefwoorden,Beslissing",
    "pl": "Numer,Tytuł,Autorzy,Afiliacja,Streszczenie,Słowa kluczowe,Decyzja",
    "tr": "Bildiri No,Bildiri Başlığı,Yazarlar,Kurum,Özet,Anahtar Kelimeler,Karar",
    "el": "Αριθμός,Τίτλος,Συγγραφείς,Ίδρυμα,Περίληψη,Λέξεις-κλειδιά,Απόφαση",
    "ru": "№,Название,Автор(ы),Организация,Аннотация,Ключевые слова,Решение",
    "vi": "Mã số,Tiêu đề,Tác giả,Đơn vị,Tóm tắt,Từ khóa,Kết quả",
    "ar": "الرقم,عنوان البحث,الباحثون,الجامعة,الملخص,الكلمات المفتاحية,القرار",
    "zh": "论文编号,题目,作者,单位,摘要,关键词,录用结果",
    "zh-TW": "編號,題目,作者,單位,摘要,關鍵詞,審查結果",
    "ja": "演題番号,タイトル,著者,所属,要旨,キーワード,採否",
    "ko": "논문번호,논문제목,저자,소속,초록,키워드,심사결과",
}
TIMES = {
    "en": "When",
    "de": "Uhrzeit",
    "fr": "Créneau",
    "es": "Franja horaria",
    "it": "Fascia oraria",
    "pt": "Horários",
}
PAPER = ("number", "title", "authors", "affiliation", "abstract", "keywords", "decision")
PAPERS = {
    "en": "Paper ID,Title of paper,Author(s),Institution,Summary,Topics,Result",
    "de": "Beitrags-Nr.,Titel,Autor:innen,Universität,Kurzfassung,Schlagwörter,Angenommen",
    "fr": "N°,Intitulé,Auteur.e.s,Laboratoire,Résumé,Mots clefs,Statut",
    "es": "Código,Título del trabajo,Autores/as,Filiación,Resumen,Palabras clave,Estado",
    "it": "Codice,Titolo,Autore/i,Università,Riassunto,Parole chiave,Esito",
    "pt": "Número,Título do artigo,Autor(a),Instituição,Resumo,Palavras-chave,Situação",
}
DECISIONS_OF_OTHERS = {
    "accepted": "Geaccepteerd Przyjęty Kabul Αποδεκτή Принят مقبول 录用 採択 ○ 채택 да",
    "rejected": "Afgewezen Odrzucony Ret Απορρίφθηκε Отклонён مرفوض 拒稿 未录用 不採択 × 불채택 нет",
    "withdrawn": "Teruggetrokken Wycofany Отозван 撤稿 取り下げ 철회",
    "undecided": "Beklemede 待定 보류 Return Choice",
}
DECISIONS = {
    "accepted": "Accepted Angenommen Accepté Aceptado Accettato Aceite ja oui sí sim",
    "rejected": "Rejected Abgelehnt Rejeté Rechazado Respinto Rejeitado nein non não",
    "withdrawn": "Withdrawn Zurückgezogen Retiré Retirado Ritirato",
    "undecided": "Pending Ausstehend Pendiente Pendente",
}


def fields(header: str) -> tuple[str, ...]:
    """The field of each column of a header; the name of one of which nobody knows it."""
    names = header.split(",")
    columns = columns_of(names, {}, SHEET_FIELDS)
    known = {index: field for field, indices in columns.of_field.items() for index in indices}
    return tuple(known.get(index, name) for index, name in enumerate(names))


def test_columns_are_known_in_six_languages() -> None:
    assert {language: fields(header) for language, header in PROGRAMMES.items()} == dict.fromkeys(
        PROGRAMMES, PROGRAMME
    )
    assert {language: fields(header) for language, header in PAPERS.items()} == dict.fromkeys(PAPERS, PAPER)
    assert {language: fields(header) for language, header in TIMES.items()} == dict.fromkeys(TIMES, ("time",))


def test_columns_and_decisions_are_known_in_ten_more_languages() -> None:
    programmes = {language: fields(header) for language, header in PROGRAMMES_OF_OTHERS.items()}
    assert programmes == dict.fromkeys(PROGRAMMES_OF_OTHERS, PROGRAMME)
    papers = {language: fields(header) for language, header in PAPERS_OF_OTHERS.items()}
    assert papers == dict.fromkeys(PAPERS_OF_OTHERS, PAPER)
    verdicts = {
        each: {verdict(word) for word in words.split()} for each, words in DECISIONS_OF_OTHERS.items()
    }
    assert verdicts == {each: {each} for each in DECISIONS_OF_OTHERS}
    private = ("邮箱", "電話", "почта", "評点", "備考", "연락처", "Uwagi", "Điểm")
    assert [kind_of_column(column_name(each)) for each in private] == [
        "email", "phone", "email", "score", "remark", "phone", "remark", "score",
    ]  # fmt: skip


def test_decisions_are_known_in_six_languages() -> None:
    verdicts = {each: {verdict(word) for word in words.split()} for each, words in DECISIONS.items()}
    assert verdicts == {each: {each} for each in DECISIONS}


def test_what_is_only_a_part_of_a_conference_is_no_acceptance_of_it() -> None:
    assert {each: verdict(each) for each in ("Findings", "Long", "Workshop", "Invite to Workshop Track")} == {
        "Findings": "accepted", "Long": "accepted",
        "Workshop": "undecided", "Invite to Workshop Track": "undecided",
    }  # fmt: skip


UNKNOWN = """Day,Time,Session,Kepler,Redet,Farbe
2027-05-03,9-10,Opening,Hall A,Ada Abel,red
,10-11,How Owls Turn,Hall B,Bruno Castel,blue
,11-12,A Map of Barns,Hall A,,red
"""


def test_a_column_of_an_unknown_name_is_shown_with_the_lines_to_paste(tmp_path: Path) -> None:
    project = project_of(tmp_path, programme_csv=UNKNOWN)
    status, output = ran(project, "ingest")
    lines = output.splitlines()
    assert (status, lines[1:7]) == (
        0,
        [
            "content/sources/programme.csv:1: 3 columns of unknown name; to have one shown, add to "
            "content/sources.yaml:",
            "    - file: sources/programme.csv",
            "      columns:",
            "        room: Kepler  # 'Hall A', 'Hall B'",
            "        speaker: Redet  # 'Ada Abel', 'Bruno Castel'",
            "        # FIELD: Farbe  # 'red', 'blue'",
        ],
    )
    written = "".join(path.read_text("utf-8") for path in (project / "content/2027").rglob("*.yaml"))
    assert "blue" not in written and "Castel" not in written
    (project / "content/sources.yaml").write_text("".join(f"{line[4:]}\n" for line in lines[2:7]), "utf-8")
    status, output = ran(project, "ingest")
    assert (status, output.splitlines()[1:4]) == (
        0,
        [
            "content/sources/programme.csv:1: 1 column of unknown name; to have one shown, add to its entry "
            "in content/sources.yaml:",
            "      # columns:",
            "        # FIELD: Farbe  # 'red', 'blue'",
        ],
    )
    assert "room: Hall B" in (project / "content/2027/sessions.yaml").read_text("utf-8")


def test_what_stands_beside_decisions_or_holds_addresses_is_not_shown(tmp_path: Path) -> None:
    decided = "title,authors,decision,mystery\nHow Owls Turn,Ada Abel,accept,secret\n"
    written_to = "title,authors,mystery\nA Map of Barns,Bruno Castel,secret@owl.example\n"
    _, output = ran(project_of(tmp_path, a_csv=decided, b_csv=written_to), "ingest")
    assert ("unknown name" in output, "secret" in output) == (False, False)


@pytest.mark.parametrize(
    ("file", "text", "reported"),
    [
        (
            "x_csv",
            "Wenn,Inhalt,Redet\n9-10,Opening words,Ada Abel\n10-11,How Owls Turn,Bruno Castel\n",
            "1: error: no source format recognises this table, whose columns are 'Wenn', 'Inhalt', 'Redet' "
            "[unknown-format]\n"
            "    hint: nearest: a programme, which has a column of days or times and one of sessions or "
            "titles; write into content/sources.yaml:\n"
            "          - file: sources/x.csv\n"
            "            columns:\n"
            "              time: Wenn\n"
            "              session: Inhalt\n"
            "              speaker: Redet\n"
            "          to leave it out, write into content/sources.yaml:\n"
            "          - file: sources/x.csv\n"
            "            ignore: yes\n",
        ),
        (
            "x_csv",
            "Ref,Thing,Colour\n1,Owls,red\n2,Barns,blue\n",
            "1: error: no source format recognises this table, whose columns are 'Ref', 'Thing', 'Colour' "
            "[unknown-format]\n"
            "    hint: nearest: a list of papers, which has a column of titles and one of authors; name them "
            "in the first row, or under columns: in content/sources.yaml\n",
        ),
        (
            "sponsors_csv",
            "Sponsor,Level,Site\nHay & Sons,Gold,hay.example\nLamps,Silver,lamps.example\n",
            "1: error: no source format recognises this table, whose columns are 'Sponsor', 'Level', 'Site' "
            "[unknown-format]\n"
            "    hint: sponsors and committees are written into conference.yaml of their edition; nearest: a "
            "list of papers, which has a column of titles and one of authors; name them in the first row, or "
            "under columns: in content/sources.yaml\n",
        ),
        (
            "x_txt",
            "# Our news\n\nDear all\n\n## Travel\n\nBy bus. Ask ann@owl.example.\n",
            "1: error: no source format recognises this document, with the headings 'Our news', 'Travel' "
            "[unknown-format]\n"
            "    hint: to leave it out, write into content/sources.yaml:\n"
            "          - file: sources/x.txt\n"
            "            ignore: yes\n",
        ),
        (
            "x_txt",
            "Welcome, write to ann@owl.example\n9:00 Opening\n10:00 Closing\n",
            "1: error: no source format recognises this document, which begins 'Welcome, write to …', "
            "'9:00 Opening', '10:00 Closing' [unknown-format]\n"
            "    hint: nearest: a programme by times – times stand before or above titles, as 9:00-10:30, "
            "under lines that say the day\n",
        ),
        (
            "x_tex",
            "\\section*{Monday}\n\\paper{On Mud}{Ada Abel and Bruno Castel}\n\\paper{On Sand}{Cy Dee}\n",
            "1: error: no source format recognises this document, which begins '\\section*{Monday}', "
            "'\\paper{On Mud}{Ada Abel and Bruno Castel}', '\\paper{On Sand}{Cy Dee}' [unknown-format]\n"
            "    hint: nearest: LaTeX – give it as Markdown (pandoc -t gfm -o programme.md programme.tex), "
            "or its tables as CSV\n",
        ),
    ],
)
def test_what_no_format_recognises_is_described(tmp_path: Path, file: str, text: str, reported: str) -> None:
    project = project_of(tmp_path, **{file: text})
    status, output = ran(project, "ingest")
    assert (status, f"content/sources/{file.replace('_', '.')}:{reported}" in output) == (1, True), output


def test_a_document_that_is_ignored_is_not_read(tmp_path: Path) -> None:
    project = project_of(tmp_path, news_txt="Dear all,\nwe meet.\n", programme_csv=UNKNOWN)
    (project / "content/sources.yaml").write_text("- file: sources/news.txt\n  ignore: yes\n", "utf-8")
    status, output = ran(project, "ingest")
    assert (status, "news.txt" in output) == (0, False)


@pytest.mark.parametrize(
    "text",
    [
        '"Full Paper","Owls at Night","Ann Lee:Owl College;Bo Roe:MIT","ann@owl.example","bo@owl.example"\n'
        '"Full Paper","Nests","Bo Roe:MIT","bo@owl.example",""\n'
        '"Short Paper","Mice","Cy Dee:","cy@owl.example",""\n',
        '"Owls at Night";"Ann Lee, Bo Roe"\n"Nests at Noon";"Cy Dee, Di Eff"\n',
        "PX\tAX\tTX\tSX\tDX\nC\tLee, A; Roe, B\tOwls at Night\tOWLS\towls\nC\tDee, C\tNests\tOWLS\t\n",
        "12\tOwls\tAnn Lee, Bo Roe\tHall 1\n13\tNests\tCy Dee, Di Eff\tHall 2\n14\tMice\tEd Gee\tRoom 1\n",
    ],
)
def test_rows_whose_columns_no_header_names_are_no_list(text: str) -> None:
    assert detect(text) is None


def test_a_column_of_titles_and_one_of_authors_are_a_list_without_a_header() -> None:
    found = detect(
        "12\tOwls at Night\tAnn Lee, Bo Roe\n13\tNests at Noon\tCy Dee, Di Eff\n14\tMice\tEd Gee\n"
    )
    assert found and found.name == "accepted-list"


def test_a_misspelt_column_of_half_a_name_is_told(tmp_path: Path) -> None:
    table = "Title of paper,First namem,Last name\nTrees that sing,Ann,Lee\nNests in barns,Cy,Roe\n"
    output, _, _ = ingested(tmp_path, "papers.csv", table)
    assert "papers.csv:1: warning: nobody knows what the column 'First namem' holds" in output


def test_files_beside_papers_say_no_day(tmp_path: Path) -> None:
    row = {"authors": ["Ann Lee"], "session": "Oral 1", "time": "2031-07-19 16:30"}
    papers = [
        {"title": "Owls at night", **row, "data": "files/owls_2.zip"},
        {"title": "Bats", **row, "data": ""},
    ]
    output, titles, sessions = ingested(tmp_path, "papers.json", json.dumps(papers))
    assert titles == ["Bats", "Owls at night"]
    assert "bad-day" not in output
    assert "data (1)" in output  # in Portuguese it is the day
    assert [(str(each["date"]), each["start"], each["title"]) for each in sessions] == [
        ("2031-07-19", "16:30", "Oral 1")
    ]


def test_the_answers_of_a_form_name_authors_in_columns_of_their_own(tmp_path: Path) -> None:
    head = (
        "Name (Prefix),Name (First),Name (Last),Abstract Title,Abstract Author,Author's Institution,"
        "Abstract Co-Author's Name,Co-Author's Institution,Abstract Co-Author's Name\n"
    )
    rows = (
        "Ms.,Ann,Lee,Owls at night,Ann Lee,Owl College,Bo Katz,Nest Institute,Cy Roe\n"
        ",Di,Fay,Bats by day,Ed Gum,Barn University,Di Fay,Moth College,\n"
    )
    ingested(tmp_path, "answers.csv", head + rows)
    papers = [
        yaml.safe_load((tmp_path / f"content/2031/papers/{name}.yaml").read_text("utf-8"))
        for name in ("owls-at-night", "bats-by-day")
    ]
    assert [
        [each if isinstance(each, str) else each["name"] for each in paper["authors"]] for paper in papers
    ] == [
        ["Ann Lee", "Bo Katz", "Cy Roe"],
        ["Ed Gum", "Di Fay"],
    ]


def test_papers_beside_times_of_an_unknown_name_are_read_and_the_times_told(tmp_path: Path) -> None:
    head, row = (
        "title,authors,abstract,keywords,shown1,shown2",
        "Ann Lee|Bo Katz,They hoot.,owls,08:45AM-10:30AM,04:45PM-06:30PM",
    )
    told = "the column 'shown1' says when each row takes place, and its name is not understood [unread-times]"
    output, titles, sessions = ingested(
        tmp_path, "papers.csv", f"{head}\nOwls at night,{row}\nBats by day,{row}\n"
    )
    assert f"papers.csv:1: warning: {told}" in output
    assert (titles, sessions) == (["Bats by day", "Owls at night"], [])
    (tmp_path / "plain").mkdir()
    output, titles, _ = ingested(
        tmp_path / "plain", "papers.csv", "title,authors,shown1\nOwls,Ann Lee,08:45\nBats,Bo Katz,09:45\n"
    )
    assert f"papers.csv:1: error: {told}" in output
    assert titles == []
