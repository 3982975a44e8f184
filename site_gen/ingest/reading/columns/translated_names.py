"""The names of columns in ten more languages.

A field's names are parted by commas: Dutch, Polish, Turkish, Greek, Russian, Vietnamese, Arabic, Chinese,
Japanese, Korean.
"""

from __future__ import annotations

from collections.abc import Mapping

from site_gen.text import fold

_NAMES: Mapping[str, str] = {
    "number": """
        papernummer, volgnummer, numer, nr referatu, lp, sıra no, bildiri no, αριθμός, κωδικός, номер,
        код, mã số, stt, mã bài, الرقم, رقم البحث, رقم, 编号, 序号, 论文编号, 稿件编号, 稿号, 論文編號,
        編號, 番号, 論文番号, 講演番号, 演題番号, 発表番号, 整理番号, 受付番号, 번호, 논문번호,
        논문 번호, 발표번호, 순번, 연번""",
    "title": """
        titel van de paper, titel van het artikel, tytuł, tytuł referatu, tytuł pracy, tytuł artykułu,
        başlık, bildiri başlığı, bildiri adı, makale başlığı, τίτλος, τίτλος εργασίας,
        τίτλος ανακοίνωσης, название, название статьи, название работы, заголовок, тема, tiêu đề,
        tên bài, tên bài báo, tên đề tài, nhan đề, العنوان, عنوان البحث, عنوان الورقة, عنوان المداخلة,
        标题, 题目, 题名, 论文题目, 论文标题, 论文名称, 標題, 題目, 題名, 論文標題, 論文題目, 論文名稱,
        タイトル, 論文タイトル, 演題, 演題名, 課題名, 表題, 제목, 논문제목, 논문 제목, 논문명,
        논문 제목명, 제목명""",
    "authors": """
        auteurs van de paper, autorzy, yazarlar, yazar, yazar adları, συγγραφείς, συγγραφέας, авторы,
        автор, автор ы, фио авторов, tác giả, các tác giả, nhóm tác giả, المؤلفون, المؤلف, المؤلفين,
        الباحثون, الباحث, أسماء الباحثين, 作者, 全部作者, 作者姓名, 论文作者, 論文作者, 著者, 著者名,
        著者一覧, 全著者, 저자, 저자명, 저자들, 전체 저자, 저자 목록""",
    "name": """
        naam, imię i nazwisko, ad soyad, adı soyadı, ονοματεπώνυμο, фио, ф и о, имя и фамилия, họ và tên,
        họ tên, الاسم, الاسم الكامل, 姓名, 氏名, 성명, 이름""",
    "first": """
        voornaam, imię, ad, adı, όνομα, имя, الاسم الأول, 名""",
    "last": """
        achternaam, familienaam, nazwisko, soyad, soyadı, επώνυμο, фамилия, اسم العائلة, اللقب, 姓""",
    "affiliation": """
        instelling, affiliatie, universiteit, organisatie, afiliacja, instytucja, uczelnia, kurum,
        kurumu, üniversite, φορέας, ίδρυμα, πανεπιστήμιο, организация, учреждение, место работы,
        аффилиация, вуз, университет, đơn vị, cơ quan, trường, đơn vị công tác, cơ quan công tác,
        المؤسسة, الجامعة, جهة العمل, الانتماء, 单位, 机构, 作者单位, 工作单位, 所属单位, 单位名称, 單位,
        機構, 作者單位, 服務單位, 所属, 所属機関, 著者所属, 소속, 소속기관, 저자 소속, 기관""",
    "abstract": """
        samenvatting, beschrijving, streszczenie, abstrakt, opis, özet, bildiri özeti, açıklama,
        περίληψη, περιγραφή, аннотация, тезисы, реферат, описание, краткое содержание, tóm tắt, mô tả,
        الملخص, ملخص البحث, ملخص, 摘要, 简介, 论文摘要, 内容简介, 中文摘要, 簡介, 論文摘要, 要旨, 概要,
        抄録, アブストラクト, 要約, 講演要旨, 発表概要, 초록, 요약, 개요, 내용 요약""",
    "keywords": """
        trefwoorden, sleutelwoorden, słowa kluczowe, anahtar kelimeler, anahtar sözcükler,
        λέξεις κλειδιά, ключевые слова, từ khóa, الكلمات المفتاحية, الكلمات الدالة, 关键词, 关键字,
        關鍵詞, 關鍵字, キーワード, 키워드, 주제어, 핵심어""",
    "decision": """
        beslissing, besluit, resultaat, decyzja, wynik, karar, sonuç, durum, απόφαση, αποτέλεσμα,
        решение, результат, статус, quyết định, kết quả, trạng thái, القرار, النتيجة, الحالة, 录用结果,
        评审结果, 审稿结果, 录用状态, 录用情况, 是否录用, 状态, 结果, 錄取結果, 審查結果, 狀態, 採否,
        採択結果, 審査結果, 査読結果, 判定, 결과, 심사결과, 심사 결과, 채택여부, 채택 여부, 판정, 상태""",
    "pages": """
        bladzijden, paginanummers, strony, sayfa, sayfalar, σελίδες, страницы, trang, الصفحات, 页码,
        頁碼, 頁, ページ, 頁数, 쪽, 페이지""",
    "award": """
        prijs, nagroda, ödül, βραβείο, награда, giải thưởng, الجائزة, 奖项, 獎項, 受賞, 賞, 수상""",
    "date": """
        dag, dzień, tarih, gün, ημερομηνία, ημέρα, дата, день, ngày, التاريخ, اليوم, 日期, 日子, 日付,
        日程, 月日, 開催日, 発表日, 날짜, 일자, 일정, 요일, 발표일""",
    "start": """
        aanvang, begintijd, starttijd, van, początek, godzina rozpoczęcia, od, rozpoczęcie, başlangıç,
        başlangıç saati, έναρξη, ώρα έναρξης, από, начало, время начала, bắt đầu, giờ bắt đầu,
        thời gian bắt đầu, من, وقت البداية, وقت البدء, البداية, 开始, 开始时间, 起始时间, 開始,
        開始時間, 開始時刻, 시작, 시작시간, 시작 시간, 시작 시각""",
    "end": """
        einde, eindtijd, tot, koniec, godzina zakończenia, zakończenie, bitiş, bitiş saati, λήξη,
        ώρα λήξης, έως, конец, окончание, время окончания, kết thúc, giờ kết thúc, thời gian kết thúc,
        إلى, وقت النهاية, وقت الانتهاء, النهاية, 结束, 结束时间, 結束, 結束時間, 終了, 終了時間,
        終了時刻, 종료, 종료시간, 종료 시간, 종료 시각, 끝""",
    "duration": """
        duur, tijdsduur, czas trwania, süre, διάρκεια, длительность, продолжительность, thời lượng,
        المدة, 时长, 時長, 所要時間, 発表時間, 持ち時間, 소요시간, 발표시간, 소요 시간""",
    "time": """
        tijd, tijdstip, tijdslot, godzina, czas, godziny, saat, zaman, ώρα, ώρες, время, часы, giờ,
        thời gian, الوقت, الساعة, التوقيت, 时间, 时段, 报告时间, 时刻, 時間, 時段, 日時, 時刻, 時間帯,
        講演時間, 시간, 일시, 시각, 시간대, 발표 일시""",
    "session": """
        sessie, titel van de sessie, sessietitel, activiteit, programmaonderdeel, onderdeel, sesja,
        nazwa sesji, tytuł sesji, wydarzenie, oturum, oturum adı, oturum başlığı, etkinlik, συνεδρία,
        τίτλος συνεδρίας, εκδήλωση, секция, сессия, заседание, название секции, название сессии,
        мероприятие, событие, phiên, tên phiên, phiên họp, tiểu ban, hoạt động, nội dung, الجلسة,
        عنوان الجلسة, اسم الجلسة, الفعالية, النشاط, 分会, 专场, 会议环节, 环节, 议程, 活动, 活动内容,
        会议名称, 场次, 分会名称, 專場, 議程, 活動, 場次, セッション, セッション名, セッションタイトル,
        プログラム, 内容, 세션, 세션명, 세션 제목, 행사, 프로그램, 행사명""",
    "track": """
        ścieżka, sekcja tematyczna, tema, θεματική, θεματική ενότητα, направление, тематика, трек,
        chủ đề, المحور, المسار, 主题, 方向, 领域, 主題, 領域, トラック, 分野, 部門, 트랙, 분야, 주제""",
    "kind": """
        soort, rodzaj, tür, sunum türü, sunum şekli, είδος, τύπος, тип, вид, формат, форма участия,
        loại, hình thức, النوع, 类型, 类别, 报告类型, 报告形式, 類型, 類別, 種別, 種類, 発表形式,
        講演種別, 유형, 구분, 발표유형, 발표형식, 발표 형식""",
    "room": """
        zaal, locatie, ruimte, lokaal, plaats, miejsce, pokój, salon, yer, salon adı, mekan, αίθουσα,
        χώρος, τόπος, зал, аудитория, место, место проведения, кабинет, phòng, địa điểm, hội trường,
        القاعة, المكان, قاعة, 地点, 会场, 会议室, 房间, 教室, 场地, 会议地点, 地點, 會場, 會議室, 場地,
        会場, 部屋, 場所, 会場名, 장소, 발표장, 회의실, 강의실, 발표장소, 발표 장소""",
    "chair": """
        voorzitter, sessievoorzitter, dagvoorzitter, gespreksleider, przewodniczący, przewodnicząca,
        prowadzący, moderacja, oturum başkanı, başkan, moderatör, oturum yöneticisi, πρόεδρος,
        προεδρείο, συντονιστής, συντονίστρια, συντονιστές, председатель, ведущий, модератор,
        руководитель секции, председатель секции, руководитель, chủ trì, chủ tọa, người chủ trì,
        chủ tọa phiên, رئيس الجلسة, مدير الجلسة, رئيس, 主持人, 主持, 会议主席, 分会主席, 会场主席, 主席,
        召集人, 主持人姓名, 會議主席, 座長, 司会, 司会者, オーガナイザー, 좌장, 사회자, 사회""",
    "speaker": """
        spreker, sprekers, presentator, prelegent, prelegentka, prelegenci, mówca, mówcy, referent,
        konuşmacı, konuşmacılar, sunan, sunucu, sunan yazar, sunum yapan, ομιλητής, ομιλητές, ομιλήτρια,
        εισηγητής, εισηγητές, докладчик, докладчики, спикер, спикеры, выступающий, лектор, diễn giả,
        người trình bày, báo cáo viên, người báo cáo, المتحدث, المتحدثون, المتحدثين, المقدم, المحاضر,
        مقدم العرض, 报告人, 演讲人, 演讲者, 讲者, 主讲人, 嘉宾, 演讲嘉宾, 发言人, 汇报人, 報告人,
        演講者, 講者, 主講人, 演講人, 発表者, 講演者, 演者, 登壇者, 講師, 筆頭演者, 発表者名, 姓名,
        氏名, 성명, фио, 발표자, 연사, 강연자, 발표자명""",
    "coauthors": """
        medeauteurs, co auteurs, współautorzy, diğer yazarlar, ortak yazarlar, λοιποί συγγραφείς,
        соавторы, đồng tác giả, المؤلفون المشاركون, 合作者, 其他作者, 共同作者, 共著者, 共同演者,
        共同発表者, 連名者, 共同研究者, 공저자, 공동저자, 공동 저자""",
    "talk": """
        presentatie, lezing, voordracht, titel van de presentatie, titel van de lezing, wystąpienie,
        wykład, prezentacja, referat, tytuł wystąpienia, tytuł prezentacji, tytuł wykładu,
        temat wystąpienia, bildiri, sunum, konuşma, sunum başlığı, konuşma başlığı, sunum adı, ομιλία,
        εισήγηση, ανακοίνωση, παρουσίαση, τίτλος ομιλίας, τίτλος εισήγησης, доклад, выступление,
        тема доклада, название доклада, тема выступления, название выступления, báo cáo, bài trình bày,
        tham luận, tên báo cáo, tên tham luận, المداخلة, المحاضرة, العرض, عنوان المحاضرة, 报告,
        报告题目, 演讲题目, 报告标题, 演讲, 报告名称, 演讲主题, 报告主题, 報告, 演講題目, 演講主題,
        講題, 演講, 報告題目, 講演, 発表, 講演題目, 発表題目, 講演タイトル, 発表タイトル, 講演題名,
        발표, 발표제목, 발표 제목, 강연 제목, 강연제목, 강연, 발표논문""",
    "board": """
        posternummer, bordnummer, numer plakatu, poster no, αριθμός αφίσας, номер постера, 展板号,
        海报编号, 展板編號, ポスター番号, ボード番号, 포스터 번호, 포스터번호, 게시번호""",
    "biography": """
        biografie spreker, biogram, nota biograficzna, özgeçmiş, βιογραφικό, биография, об авторе,
        tiểu sử, السيرة الذاتية, 个人简介, 讲者简介, 简历, 嘉宾简介, 個人簡介, 講者簡介, 略歴, 経歴,
        プロフィール, 약력, 이력""",
}


def translated(field: str) -> tuple[str, ...]:
    """The names of a field in these languages, folded; none where none is known."""
    names = _NAMES.get(field, "").split(",")
    return tuple(dict.fromkeys(fold(name.strip()) for name in names if name.strip()))
