"""Static files and the names they are published under."""

from __future__ import annotations

import gzip
import itertools
import re
from pathlib import Path

import pytest

from site_gen.assets import collect, themed
from site_gen.assets.theme import PAPER, bands, theme_sheet
from site_gen.conference import FontFile, Theme
from site_gen.graphics.colours import contrast
from site_gen.problems import Place, ProblemLog

PROJECT = Path(__file__).parent.parent


def project(folder: Path, **files: str) -> Path:
    """A project with these static files; "__" in a keyword stands for "/", "_" for "."."""
    for name, text in files.items():
        file = folder / "static" / name.replace("__", "/").replace("_", ".")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


def test_a_file_is_published_under_a_name_that_changes_with_its_content(tmp_path: Path) -> None:
    problems = ProblemLog()
    first = collect(project(tmp_path, img__map_txt="one"), problems)
    second = collect(project(tmp_path, img__map_txt="two"), problems)
    assert first.paths["img/map.txt"] == "assets/img/map.7692c3ad.txt"
    assert second.paths["img/map.txt"] == "assets/img/map.3fc4ccfe.txt"
    assert problems.all == []


def test_files_of_the_folder_root_keep_their_names(tmp_path: Path) -> None:
    found = collect(project(tmp_path, root__robots_txt="User-agent: *"), ProblemLog())
    assert found.paths["robots.txt"] == "robots.txt"
    assert found.files["root/robots.txt"].body == b"User-agent: *"


def test_the_project_lies_over_the_built_in_files(tmp_path: Path) -> None:
    found = collect(project(tmp_path, favicon_svg="<svg/>"), ProblemLog())
    assert found.files["favicon.svg"].body == b"<svg/>"
    assert "site.css" in found.files


def test_style_sheets_become_one_with_layers_and_published_addresses(tmp_path: Path) -> None:
    folder = project(
        tmp_path,
        site_css='@layer a;\n@import url("css/a.css") layer(a);\n@import url("css/b.css");\n',
        css__a_css='a { background: url("../img/x.txt") }\n',
        css__b_css="b { background: url(data:image/png;base64,AA) }\n",
        img__x_txt="one",
    )
    found = collect(folder, ProblemLog())
    assert found.files["site.css"].body.decode() == (
        "@layer a;\n"
        '@layer a {\na { background: url("img/x.7692c3ad.txt") }\n}\n'
        "b { background: url(data:image/png;base64,AA) }\n"
    )
    assert not any(name.startswith("css/") for name in found.files)


def test_a_style_sheet_that_names_what_is_not_there_is_a_problem(tmp_path: Path) -> None:
    folder = project(tmp_path, site_css='a {}\n@import url("css/none.css");\nb { background: url(no.png) }\n')
    problems = ProblemLog()
    collect(folder, problems)
    assert [(problem.what, problem.place) for problem in problems.errors] == [
        ("there is no style sheet 'css/none.css' to import here", Place("static/site.css", 2)),
        ("there is no file 'no.png'", Place("static/site.css", 3)),
    ]


def test_scripts_import_each_other_by_their_published_names(tmp_path: Path) -> None:
    folder = project(
        tmp_path,
        js__own_js='import { a } from "./a.js";\nif (a) import("./deep/b.js");\n',
        js__a_js="export const a = 1; // import x from nowhere\n",
        js__deep__b_js="export { a } from '../a.js';\n",
    )
    problems = ProblemLog()
    found = collect(folder, problems)
    assert problems.all == []
    assert found.paths["js/a.js"] == "assets/js/a.20435908.js"
    assert found.files["js/deep/b.js"].body.decode() == "export { a } from '../a.20435908.js';\n"
    b = found.paths["js/deep/b.js"].removeprefix("assets/js/")
    assert found.files["js/own.js"].body.decode() == (
        f'import {{ a }} from "./a.20435908.js";\nif (a) import("./{b}");\n'
    )


def test_a_script_has_another_name_when_one_that_it_imports_changed(tmp_path: Path) -> None:
    folder = project(tmp_path, js__own_js='import "./a.js";', js__a_js="1")
    before = collect(folder, ProblemLog()).paths["js/own.js"]
    after = collect(project(folder, js__a_js="2"), ProblemLog()).paths["js/own.js"]
    assert before != after


def test_scripts_of_one_group_are_one_file_and_each_a_module_of_its_own(tmp_path: Path) -> None:
    """What a project writes over ours in another way than ours is published alone."""
    folder = project(
        tmp_path,
        js__root_js="export const root = 1;\n",
        js__store_js='import { root as home } from "./root.js";\nconst A = 2, b = 3;\n'
        "export { A, b as c };\n",
        js__announce_js="export default 4;\n",
        js__own_js='import { A, c as d } from "./store.js";\nimport "./root.js";\nimport("./store.js");\n',
        js__other_js='import * as store from "./store.js";\n',
    )
    problems = ProblemLog()
    found = collect(folder, problems)
    shared = found.files["js/shared.js"]
    assert shared.body.decode().startswith(
        "const $root = (() => {\nconst root = 1;\nreturn { root };\n})();\n"
        "const $store = (() => {\nconst { root: home } = $root;\nconst A = 2, b = 3;\n"
        "return { A, c: b };\n})();\n"
    )
    assert shared.body.decode().endswith(
        "export { $root, $store, $language, $elements, $hours, $starred, $caches, $digest };\n"
    )
    path = "./" + shared.path.removeprefix("assets/js/")
    assert found.files["js/own.js"].body.decode() == (
        f'import {{ $store }} from "{path}"; const {{ A, c: d }} = $store;\n'
        f'import {{ $root }} from "{path}";\n'
        f'import("{path}").then((each) => each.$store);\n'
    )
    assert found.files["js/announce.js"].body == b"export default 4;\n"
    assert [(problem.what, problem.place) for problem in problems.errors] == [
        ("'./store.js' is published with others: import its names in braces", Place("static/js/other.js", 1))
    ]


def test_a_script_that_imports_what_is_not_there_or_itself_is_a_problem(tmp_path: Path) -> None:
    folder = project(
        tmp_path, js__a_js='\nimport "./none.js";\nimport "./b.js";\n', js__b_js='import "./a.js";'
    )
    problems = ProblemLog()
    collect(folder, problems)
    assert [(problem.what, problem.place) for problem in problems.errors] == [
        ("there is no script './none.js' to import here", Place("static/js/a.js", 2)),
        ("'./a.js' imports this script in turn", Place("static/js/b.js", 1)),
    ]


def test_a_style_sheet_or_script_that_is_not_utf8_is_a_problem(tmp_path: Path) -> None:
    for name in ("own.js", "own.css"):
        (tmp_path / "static").mkdir(exist_ok=True)
        (tmp_path / "static" / name).write_bytes(b"/* one */\n/* caf\xe9 */\n")
    problems = ProblemLog()
    collect(tmp_path, problems)
    assert [(problem.what, problem.place) for problem in problems.errors] == [
        ("not UTF-8 (byte 0xE9)", Place("static/own.css", 2)),
        ("not UTF-8 (byte 0xE9)", Place("static/own.js", 2)),
    ]


def test_a_style_sheet_or_script_with_an_unfinished_merge_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "static").mkdir()
    for name in ("own.js", "own.css"):
        (tmp_path / "static" / name).write_text("/* */\n<<<<<<<\na {}\n=======\nb {}\n>>>>>>>\n")
    problems = ProblemLog()
    collect(tmp_path, problems)
    assert [(problem.what, problem.place) for problem in problems.errors] == [
        ("a merge of git was not finished here", Place("static/own.css", 2)),
        ("a merge of git was not finished here", Place("static/own.js", 2)),
    ]


def test_links_that_leave_the_project_are_refused(tmp_path: Path) -> None:
    outside = tmp_path / "secret.txt"
    outside.write_text("secret", encoding="utf-8")
    folder = project(tmp_path / "project", ok_txt="ok")
    (folder / "static/secret.txt").symlink_to(outside)
    (folder / "static/all").symlink_to(tmp_path)
    problems = ProblemLog()
    found = collect(folder, problems)
    assert [(problem.what, problem.place.file) for problem in problems.errors] == [
        ("a linked folder is not followed", "static/all"),
        ("this link leaves the project", "static/secret.txt"),
    ]
    assert not any(b"secret" in asset.body for asset in found.files.values())


def test_our_own_files_have_no_problem_and_the_style_sheet_is_small() -> None:
    problems = ProblemLog()
    found = collect(PROJECT, problems)
    sheet = found.files["site.css"].body
    assert problems.all == []
    assert len(gzip.compress(sheet)) <= 18_000
    assert b"@import" not in sheet
    assert sheet.startswith(b"@layer reset, tokens, base, layout, components, pages, theme, utilities, own;")


def test_every_colour_of_the_text_has_enough_contrast_in_light_and_dark() -> None:
    for tokens in _schemes():
        for text in [name for name in tokens if name.startswith("kind-")] + ["ink", "ink-soft", "accent"]:
            assert contrast(tokens[text], tokens["paper"]) >= 4.5, text
        for text, ground in (
            ("ink", "surface"), ("ink-soft", "surface"), ("accent", "surface"), ("gold", "gold-wash"),
            ("ink", "alert-wash"), ("on-alert", "alert"), ("on-band", "band"),
        ):  # fmt: skip
            assert contrast(tokens[text], tokens[ground]) >= 4.5, text
        for line, ground in (("focus", "paper"), ("line-strong", "paper"), ("band-mark", "band")):
            assert contrast(tokens[line], tokens[ground]) >= 3, line


def test_what_programs_are_told_of_our_colours_is_what_the_style_sheet_says() -> None:
    light, dark = _schemes()
    assert bands(Theme()) == (light["band"], dark["band"])
    assert light["paper"] == PAPER


def sheet_of(theme: Theme, folder: Path) -> str:
    """What a theme adds to a style sheet that is empty."""
    files = project(folder, site_css="", fonts__a_woff2="font")
    return themed(collect(files, ProblemLog()), theme).files["site.css"].body.decode()


def test_one_colour_makes_a_theme_that_can_be_read_in_light_and_dark(tmp_path: Path) -> None:
    assert (
        sheet_of(Theme(accent="#8c1d40"), tmp_path)
        == """@layer tokens {
@media screen {
:root {
  --accent: #8c1d40;
  --kind-oral: #8c1d40;
  --band: #8c1d40;
  --on-band: #ffffff;
  --band-mark: #ffffff;
}
@media (prefers-color-scheme: dark) {
:root {
  --accent: #ba778c;
  --kind-oral: #ba778c;
  --band: #8c1d40;
  --on-band: #ffffff;
  --band-mark: #ffffff;
}
}
}
}
"""
    )
    assert contrast("#ba778c", "#182024") >= 4.5


def test_every_accent_can_be_read_on_every_ground() -> None:
    levels = ("00", "55", "aa", "ff")
    for red, green, blue in itertools.product(levels, repeat=3):
        theme = Theme(accent=f"#{red}{green}{blue}")
        rules = theme_sheet(theme, {}, "").split("prefers-color-scheme")
        for rule, grounds in zip(rules, (("#ffffff", "#eff3f2"), ("#101518", "#182024")), strict=True):
            colours = dict(re.findall("--([a-z-]+): (#......);", rule))
            pairs = [(colours["accent"], ground) for ground in grounds]
            pairs += [(colours[text], colours["band"]) for text in ("on-band", "band-mark")]
            assert min(contrast(*pair) for pair in pairs) >= 4.5, (theme, pairs)


def test_what_is_for_the_authors_of_a_style_sheet_is_not_published(tmp_path: Path) -> None:
    sheet = '/*! MIT */\n/* Why. */\na::after {\n  content: "/* b */";\n\n  color: red;\n}\n'
    files = project(tmp_path, site_css=sheet)
    assert collect(files, ProblemLog()).files["site.css"].body.decode() == (
        '/*! MIT */\na::after {\ncontent: "/* b */";\ncolor: red;\n}\n'
    )


def test_a_theme_brings_its_own_fonts(tmp_path: Path) -> None:
    theme = Theme(serif='"Own", serif', fonts=(FontFile(family="Own", file="fonts/a.woff2"),))
    assert (
        sheet_of(theme, tmp_path)
        == """@font-face {
  font-family: "Own";
  src: url("fonts/a.795ea3ef.woff2");
  font-weight: 400;
  font-style: normal;
  font-display: swap;
}
@layer tokens {
:root {
  --font-serif: "Own", serif;
}
}
"""
    )


def test_without_a_theme_the_style_sheet_stays_as_it_is(tmp_path: Path) -> None:
    assert sheet_of(Theme(), tmp_path) == ""


def _schemes() -> list[dict[str, str]]:
    text = (PROJECT / "static/css/tokens.css").read_text(encoding="utf-8")
    light, dark = re.split(r"@media \(prefers-color-scheme: dark\)", text.partition("@media print")[0])
    found = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", light))
    return [found, found | dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", dark))]


def test_hidden_files_and_what_editors_leave_behind_are_never_published_and_told_once(tmp_path: Path) -> None:
    left = (
        ".env .git/config .htpasswd css/.site.css.swp img/.cache/x.png img/logo.svg~ #notes.txt# "
        "data.csv.BAK js/a.js.orig root/.htaccess root/.well-known/.secret ~$plan.docx "
        ".DS_Store img/Thumbs.db .gitkeep"
    )
    public = "img/logo.svg root/.well-known/security.txt root/_headers notes.original.txt"
    for name in f"{left} {public}".split():
        file = tmp_path / "static" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x", encoding="utf-8")
    problems = ProblemLog()
    own = [
        name for name, asset in collect(tmp_path, problems).files.items() if tmp_path in asset.file.parents
    ]
    assert own == sorted(public.split())
    assert [str(problem) for problem in problems.all] == [
        "static: warning: never published: #notes.txt#, .env, .git/, .htpasswd, css/.site.css.swp, "
        "data.csv.BAK, img/.cache/, img/logo.svg~, js/a.js.orig, root/.htaccess and 2 more [not-public]\n"
        "    hint: take these out of static/"
    ]


def test_what_is_of_use_only_at_the_top_of_a_site_is_told_where_it_belongs(tmp_path: Path) -> None:
    right = "root/CNAME root/.well-known/security.txt img/robots.txt googlemap.html cname.txt"
    wrong = (
        ".well-known/security.txt CNAME _headers _redirects robots.txt humans.txt ads.txt "
        "google12ab34.html BingSiteAuth.xml"
    )
    for name in f"{right} {wrong}".split():
        file = tmp_path / "static" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x", encoding="utf-8")
    problems = ProblemLog()
    collect(tmp_path, problems)
    assert {problem.code for problem in problems.all} == {"not-at-top"}
    assert [(problem.place.file, problem.hint) for problem in problems.all] == [
        ("static/.well-known", "move it to static/root/.well-known"),
        ("static/BingSiteAuth.xml", "move it to static/root/BingSiteAuth.xml"),
        ("static/CNAME", "move it to static/root/CNAME"),
        ("static/_headers", "delete it: the site has a file of that name already"),
        ("static/_redirects", "delete it: the site has a file of that name already"),
        ("static/ads.txt", "move it to static/root/ads.txt"),
        ("static/google12ab34.html", "move it to static/root/google12ab34.html"),
        ("static/humans.txt", "move it to static/root/humans.txt"),
        ("static/robots.txt", "move it to static/root/robots.txt"),
    ]
    assert str(problems.all[2]) == (
        "static/CNAME: warning: CNAME is looked for at the top of a site alone, and this one is not "
        "published there [not-at-top]\n    hint: move it to static/root/CNAME"
    )


@pytest.mark.parametrize(
    "name", ["id_rsa", "id_ed25519.pub", "host.pem", "site.p12", "secrets.env", "CVS/Root", "a.txt.part"]
)
def test_keys_and_halves_of_files_are_never_published(tmp_path: Path, name: str) -> None:
    file = tmp_path / "static" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("x", encoding="utf-8")
    problems = ProblemLog()
    assert [each for each in collect(tmp_path, problems).files.values() if each.file == file] == []
    assert [problem.code for problem in problems.all] == ["not-public"]


def test_what_systems_put_into_every_folder_is_left_out_without_a_word(tmp_path: Path) -> None:
    for name in (".DS_Store", "img/Thumbs.db", "img/.gitkeep", "img/._logo.svg", "desktop.ini"):
        file = tmp_path / "static" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x", encoding="utf-8")
    problems = ProblemLog()
    own = [
        name for name, asset in collect(tmp_path, problems).files.items() if tmp_path in asset.file.parents
    ]
    assert (own, problems.all) == ([], [])


def test_no_rule_asks_what_a_whole_page_has() -> None:
    """With such a rule a browser draws the whole page again for each element that a script adds."""
    sheets = sorted((PROJECT / "static/css").rglob("*.css"))
    asked = [
        f"{sheet.name}: {line.strip()}"
        for sheet in sheets
        for line in sheet.read_text().splitlines()
        if re.match(r"\s*(html|body|:root)?:has\(", line)
    ]
    assert (len(sheets) > 10, asked) == (True, [])
