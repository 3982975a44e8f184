"""The names of columns for each field, in English and the languages of Western Europe, then in others."""

from __future__ import annotations

from collections.abc import Mapping

from site_gen.ingest.reading.columns.translated_names import translated

# The names that stand for each field, the surest first; names are compared by `column_name`.
_FIELDS: Mapping[str, tuple[str, ...]] = {
    "number": (
        "submission #", "paper id", "paper #", "paper number", "submission id", "submission number", "#",
        "pid", "id", "uid", "paper no", "submission", "number", "no", "nr", "nummer", "code", "einreichung",
        "einreichungsnummer", "numero", "numero de soumission", "id soumission", "beitragsnummer",
        "paper nr", "submission no", "beitrags nr", "n", "n°", "codigo", "codice", "kennung",
        "numero de envio", "numero del envio", "numero da submissao", "numero dell'invio",
    ),
    "title": (
        "paper title", "title", "title of paper", "name of paper", "submission title", "titel", "titre",
        "titulo", "titolo", "titel des beitrags", "titre de l'article", "titulo del articulo",
        "titulo do artigo", "titolo dell'articolo", "beitragstitel", "intitule", "titulo del trabajo",
        "titulo do trabalho", "titolo del contributo", "titolo del paper", "titel der einreichung",
        "trabalho", "trabajo",
    ),
    "authors": (
        "author full names", "author names", "authors", "author list", "authors list", "author",
        "list of authors", "autoren", "auteurs", "autores", "author s", "autor en", "autor innen",
        "autorinnen und autoren", "autor", "auteur", "auteur s", "autori", "autor es", "verfasser",
        "autorenliste", "liste des auteurs", "auteurs et autrices", "noms des auteurs", "autoras y autores",
        "autores y autoras", "autoria", "autore", "elenco autori", "autrici e autori", "autori e autrici",
        "autoras e autores", "autores e autoras", "creators", "creator",
        "abstract author", "abstract authors",
    ),
    "first": (
        "first name", "first", "given name", "given names", "author first name", "forename", "vorname",
        "given", "prenom", "nombre", "nome", "first names", "name first",
    ),
    "last": (
        "last name", "last", "family name", "surname", "author last name", "nachname", "family", "nom",
        "nom de famille", "apellido", "apellidos", "cognome", "sobrenome", "familienname", "name last",
    ),
    "affiliation": (
        "affiliation", "organization", "organisation", "institution", "affiliations", "author affiliations",
        "author affiliation", "company", "university", "aff", "affs", "einrichtung", "institut",
        "hochschule", "etablissement", "institucion", "afiliacion", "afiliacao", "instituicao",
        "istituzione", "affiliazione", "zugehorigkeit", "universitat", "organisme", "universite",
        "laboratoire", "universidad", "filiacion", "organizacion", "universita", "ente", "istituto",
        "organizzazione", "affiliazioni", "universidade", "filiacao", "organizacao", "afiliaciones",
        "afiliacoes",
    ),
    "abstract": (
        "abstract", "summary", "paper abstract", "description", "zusammenfassung", "resumen", "resume",
        "resumo", "riassunto", "sommario", "kurzfassung", "beschreibung", "descripcion", "descrizione",
        "descricao",
    ),
    "keywords": (
        "keywords", "key words", "topics", "topic", "author keywords", "subject areas", "stichworte",
        "stichworter", "schlagworte", "schlagworter", "schlusselworter", "mots cles", "palabras clave",
        "parole chiave", "palavras chave", "mots clefs", "palabras claves", "palavras chaves",
    ),
    "decision": (
        "decision", "paper decision", "final decision", "acceptance decision", "accepted", "acceptance",
        "paper status", "status", "outcome", "entscheidung", "resultat", "decision finale", "decisione",
        "decisao", "ergebnis", "angenommen", "entscheid", "accepte", "aceptado", "aceptada", "accettato",
        "aceito", "aceite", "esito", "risultato", "resultado", "result", "parecer", "statut", "stato",
        "estado", "situacao", "situacion",
    ),
    "deleted": ("deleted", "withdrawn"),
    "pdf": ("pdf", "pdf url", "pdf link", "paper pdf", "paper url", "paper link", "camera ready url"),
    "paper_link": (
        "url", "link", "openreview", "openreview url", "arxiv", "arxiv url", "proceedings url",
        "site", "paper page",
    ),
    "code": ("code", "code url", "code link", "github", "repository"),
    "video": ("video", "video url", "video link", "youtube", "recording"),
    "slides": ("slides", "slides url", "slides link", "presentation url"),
    "poster_link": ("poster url", "poster link", "poster pdf"),
    "website": ("website", "project", "project page", "project url", "project website", "homepage"),
    "doi": ("doi", "doi url"),
    "pages": ("pages", "page numbers", "page range", "page", "seiten", "paginas", "pagine"),
    "award": ("award", "awards", "paper award"),
    "iscontact": ("iscontact", "is contact"),
    "first_page": ("start page", "first page", "page start", "begin page", "page from"),
    "last_page": ("end page", "last page", "page end", "page to"),
    "year": ("publication year", "year", "pub year", "conference year", "edition"),
}  # fmt: skip

_PROGRAMME_FIELDS: Mapping[str, tuple[str, ...]] = {
    "date": (
        "date", "day", "session date", "datum", "start date", "tag", "jour", "dia", "giorno", "fecha",
        "data", "date et jour", "wochentag", "session day", "conference day", "journee", "jornada",
        "giornata", "day of week", "dia de la semana", "dia da semana", "giorno della settimana",
    ),
    "end_date": (
        "end date", "last day", "enddatum", "date de fin", "fecha de fin", "data fine", "data de fim",
    ),
    "zone": (
        "time zone", "timezone", "tz", "zeitzone", "fuseau horaire", "zona horaria", "fuso orario",
        "fuso horario",
    ),
    "session_start": ("session start", "session start time", "session begin"),
    "session_end": ("session end", "session end time"),
    "start": (
        "start", "start time", "begin", "begins", "from", "starts", "time start", "beginn", "talk start",
        "slot start", "event start", "start date time", "start datetime", "anfang", "von", "debut",
        "heure de debut", "inicio", "hora de inicio", "inizio", "ora di inizio", "startzeit", "ab", "de",
        "da", "desde", "das", "uhrzeit von", "zeit von", "heure debut", "a partir de", "hora inicio",
        "comienzo", "dalle", "ora inizio", "orario inizio", "orario di inizio", "comeco", "hora de comeco",
        "horario de inicio",
    ),
    "end": (
        "end", "end time", "to", "until", "ends", "finish", "time end", "ende", "talk end", "slot end",
        "event end", "end date time", "end datetime", "bis", "schluss", "endzeit", "fin", "heure de fin",
        "hora de fin", "fine", "fim", "ora di fine", "hora de termino", "termino", "hasta", "ate",
        "uhrzeit bis", "zeit bis", "heure fin", "jusqu'a", "hora fin", "hora final", "final", "alle",
        "ora fine", "orario fine", "orario di fine", "hora de fim", "hora fim", "horario de fim",
        "horario de termino", "as", "a", "hora de finalizacion",
    ),
    "duration": (
        "duration", "length", "dauer", "duration minutes", "duration min", "duree", "duracion", "durata",
        "duracao", "lange", "dauer min", "dauer in minuten", "duree min", "duree en minutes", "duracion min",
        "duracion en minutos", "durata min", "durata in minuti", "duracao min", "duracao em minutos",
        "scheduled duration",
    ),
    "time": (
        "time", "times", "time slot", "session time", "uhrzeit", "hours", "zeit", "horaire", "heure",
        "heures", "hora", "horas", "horario", "ora", "orario", "slot", "timeslot", "uhr", "date time",
        "datetime", "date and time", "day and time", "datum uhrzeit", "datum und uhrzeit", "tag und uhrzeit",
        "date et heure", "fecha y hora", "data e ora", "data e hora", "when", "wann", "quand", "cuando",
        "quando", "scheduled", "scheduled at", "scheduled for", "scheduled time", "scheduled date",
        "presentation time", "presentation date", "zeiten", "zeitraum", "zeitfenster", "horaires", "creneau",
        "creneau horaire", "plage horaire", "franja", "franja horaria", "orari", "fascia oraria", "horarios",
        "faixa horaria", "termin",
    ),
    "session": (
        "panel title", "panel name", "paneltitel", "program session", "programme session",
        "session title", "session name", "session", "event", "event title", "session block", "event name",
        "sessions", "sitzung", "seance", "sesion", "sessione", "sessao", "block", "programmpunkt",
        "veranstaltung",
        "titre de la session", "titulo de la sesion", "sitzungstitel", "evento", "evenement", "activite",
        "actividad", "atividade", "attivita", "program item", "programme item", "item", "activity", "events",
        "agenda item", "programm", "programme", "programma", "programa", "programacao",
        "intitule de la session", "nombre de la sesion", "titolo della sessione", "titolo sessione",
        "titulo da sessao", "nome da sessao", "what", "was", "quoi", "cosa", "o que", "sektion",
        "programmteil", "programmabschnitt", "atelier", "mesa", "simposio", "symposium", "workshop",
        "tutorial",
    ),
    "session_id": ("session id", "session number", "session no", "session code", "event id", "guid"),
    "track": (
        "track", "track name", "strang", "schiene", "strand", "themenstrang", "filiere", "tematica",
        "stream", "themenbereich", "thematique", "piste", "axe", "axe thematique", "linea", "linea tematica",
        "eje", "eje tematico", "traccia", "filone", "area tematica", "trilha", "eixo", "eixo tematico",
        "linha tematica", "thema", "theme", "tema", "themenblock",
    ),
    "order": ("order in session", "presentation order", "orderin session", "session order", "talk order",
        "order", "sequence", "session position", "position in session"),
    "kind": (
        "kind", "type", "session type", "session kind", "event type", "submission type", "talk type",
        "format", "session format", "art",
        "typ", "tipo", "veranstaltungsart", "format de session", "type de session", "tipo de sesion",
        "formato", "tipologia", "tipo di sessione", "tipo de sessao",
    ),
    "room": (
        "room", "location", "venue", "session room", "hall", "place", "raum", "track room", "saal", "salle",
        "sala", "aula", "lieu", "lugar", "luogo", "local", "ort", "horsaal", "auditorium", "rooms", "raume",
        "veranstaltungsort", "amphi", "amphitheatre", "salon", "auditorio", "ubicacion", "stanza", "sede",
        "salao", "stage", "where", "wo", "ou", "donde", "dove", "onde",
    ),
    "chair": (
        "chair", "chairs", "session chair", "session chairs", "chaired by", "moderator", "moderators", "c",
        "co chair", "cochair", "co chairs", "session chair s", "chair s", "chairperson", "chairpersons",
        "chairwoman", "chairman", "role moderators", "role moderator",
        "leitung", "sitzungsleitung", "sessionsleitung", "vorsitz", "moderation",
        "moderator in", "president", "presidente", "president e", "presidence", "moderateur", "moderatrice",
        "moderador", "moderadora", "moderatore", "moderatrice e", "coordina", "chair der sitzung", "host",
        "hosts", "sitzungsleiter", "sitzungsleiterin", "president de seance", "presidente de seance",
        "preside", "dirige", "animateur", "animatrice", "presidenta", "presidente de sesion",
        "presidente de la sesion",
        "coordinador", "coordinadora", "modera", "presiede", "presidente della sessione", "coordinatore",
        "coordinatrice", "presidente da sessao", "coordenador", "coordenadora", "coordenacao", "mediador",
        "mediadora", "vorsitzende", "vorsitzender", "vorsitzende r", "presidente di sessione",
        "coordinador de mesa",
        "coordinador de la mesa",
    ),
    "speaker": (
        "speaker", "speakers", "presenter", "presenters", "presented by", "presenting author",
        "invited speaker", "referent", "referentin", "referent in", "referenten", "referent innen",
        "vortragende", "vortragender", "vortragende r", "redner", "orateur", "oratrice", "intervenant",
        "intervenante", "intervenant e", "intervenants", "conferencier", "ponente", "ponentes", "orador",
        "oradora", "oradores", "relatore", "relatori", "relatrice", "palestrante", "palestrantes",
        "conferencista", "speaker s", "presenter s", "presentador", "rednerin", "sprecher", "sprecherin",
        "orateurs", "conferenciere", "conferenciers", "conferenciante", "presentadora", "expositor",
        "expositora", "expositores",
        "facilitator", "facilitators", "instructor", "instructors", "oratore", "oratori", "referierende",
        "presentateur", "presentatrice",
        "relatrici", "relatore relatrice", "apresentador", "apresentadora", "apresentadores", "persons",
        "people", "host or artist", "who", "wer", "qui", "quien", "chi", "quem",
    ),
    "coauthors": (
        "co-authors", "coauthors", "co authors", "co-author", "coauthor", "other authors",
        "additional authors", "koautoren", "ko autoren", "coauteurs", "co auteurs", "coautores", "coautori",
    ),
    "panelist": (
        "panelists", "panelist", "panellists", "panel members", "podium", "panelistes", "panelistas",
        "panelisti", "diskutanten",
    ),
    "organiser": (
        "organisers", "organizers", "organiser", "organizer", "organisateur",
        "organisateurs", "organizador", "organizadores", "organizzatore", "organizzatori", "veranstalter",
    ),
    "talk": (
        "talk title", "talk", "presentation title", "presentation", "contribution", "vortrag",
        "vortragstitel", "expose", "communication", "intervention", "ponencia", "charla", "comunicacion",
        "intervento", "relazione", "comunicazione", "palestra", "comunicacao", "apresentacao",
        "presentacion", "contributo", "talk paper", "beitrag", "titel des vortrags", "titre de l'expose",
        "titre de la communication", "titre de l'intervention", "titre de la presentation",
        "titulo de la ponencia", "titulo de la charla", "titulo de la presentacion", "presentazione",
        "titolo dell'intervento", "titolo intervento", "titolo della relazione",
        "titolo della presentazione", "titulo da palestra", "titulo da apresentacao",
        "titulo da comunicacao", "titre du poster", "titulo de la comunicacion",
    ),
    "paper": (
        "paper", "papers", "paper ids", "artikel", "article", "articles", "articulo", "articolo", "artigo",
        "papier",
    ),
    "board": ("board", "poster board", "poster number", "board number", "poster #", "posternummer",
        "numero de poster", "numero du poster", "poster no", "board no",
    ),
    "session_description": ("session description", "session abstract"),
    "biography": (
        "biography", "bio", "bios", "short bio", "short biography", "speaker bio", "speaker biography",
        "about the speaker", "biografie", "kurzbiografie", "biographie", "kurzbiographie", "vita", "kurzvita",
        "biografia", "semblanza", "bio speaker", "speaker s bio",
    ),
}  # fmt: skip

FIELDS = {field: (*names, *translated(field)) for field, names in _FIELDS.items()}
PROGRAMME_FIELDS = {field: (*names, *translated(field)) for field, names in _PROGRAMME_FIELDS.items()}

# Columns of those who stand first in a byline, where another column holds the other authors.
FIRST_AUTHORS = (
    "primary authors", "primary author", "first author", "main authors", "main author", "lead authors",
    "lead author", "principal author", "1st author", "erstautor", "hauptautor", "premier auteur",
    "auteur principal", "primer autor", "autor principal", "primo autore", "primeiro autor",
    "presenting author", "presenting authors", "submitting author",
)  # fmt: skip

# Columns of ORCID iDs, one in a cell or one for each of the people.
ORCIDS = (
    "orcid", "orcid id", "orcids", "orcid ids", "orcid id s", "author orcid", "author orcids",
    "speaker orcid", "orcid number", "orcid link", "orcid url",
)  # fmt: skip

# Fields of a programme typed by hand.
SHEET_FIELDS: Mapping[str, tuple[str, ...]] = {
    **FIELDS,
    **PROGRAMME_FIELDS,
    "orcid": ORCIDS,
    "decision": (
        *FIELDS["decision"],
        "stand", "etat", "statut", "estado", "stato", "situacao", "change", "changes", "anderung",
        "programme status", "program status", "talk status", "session status", "slot status", "published",
        "is published",
    ),
    "talk": (*PROGRAMME_FIELDS["talk"], "talks", "contributions", "vortrage", "beitrage"),
    "talk_speaker": (),  # "Title / Speaker": told by its words
    "note": (),  # remarks are not for the public unless sources.yaml says so
}  # fmt: skip


def names_number(word: str) -> bool:
    """Whether a word, folded, is what columns of numbers are called by, as "paper" of "paper #"."""
    return any(f"{word}{end}" in FIELDS["number"] for end in ("", " #", " number", " id"))
