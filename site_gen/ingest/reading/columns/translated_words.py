"""Words of decisions and private columns in the languages of `translated_names`: patterns of folded text."""

from __future__ import annotations

from collections.abc import Mapping

from site_gen.text import fold

_UNSPACED = 0x3000  # the first sign of the writings of China, Japan and Korea


def _any_of(words: str) -> str:
    """A pattern of what begins with one of the words; those of writings without spaces may stand anywhere."""
    folded = (fold(word.strip()) for word in words.split(","))
    return "|".join(word if ord(word[0]) >= _UNSPACED else rf"\b{word}" for word in folded)


def _words(words: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in words.split())


WITHDRAWN = _any_of(
    "teruggetrokken, ingetrokken, wycofan, geri çekil, αποσύρθηκ, отозван, снят, rút lại, đã rút, مسحوب,"
    " 撤稿, 撤回, 取り下げ, 取下, 철회"
)
REJECTED = _any_of(
    "afgewezen, geweigerd, niet geaccept, niet aanvaard, odrzuc, nie przyj, reddedil, kabul edilmed,"
    " απορρίπτ, απορρίφθ, δεν έγινε δεκτ, отклон, отказ, не принят, từ chối, không chấp nhận, مرفوض, رفض,"
    " غير مقبول, لم يقبل, 拒, 未录, 不录, 未接, 不接, 未通过, 不通过, 未錄, 不錄, 未通過, 不通過, 不採,"
    " 未採, 불채택, 미채택, 탈락, 거절, 반려, 부결"
)
OPEN = _any_of(
    "in behandeling, voorwaardelijk, w trakcie, warunkow, beklem, değerlendir, σε αναμονή, υπό κρίση,"
    " на рассмотрении, условно, đang xét, đang chờ, قيد, 待定, 待审, 待審, 审稿中, 審稿中, 審査中, 条件付,"
    " 保留, 보류, 심사중, 심사 중, 조건부"
)
ACCEPTED = _any_of(
    "geaccepteerd, aanvaard, goedgekeurd, przyjęt, zaakceptowan, kabul, αποδεκτ, έγινε δεκτ, εγκρίθηκ,"
    " принят, одобрен, chấp nhận, مقبول, قبول, 录用, 接收, 接受, 通过, 錄取, 錄用, 通過, 採択, 採録, 採用,"
    " 채택, 수락, 승인"
)
YES = _words("да evet tak ναι 是 はい 예 네 có نعم ○ 〇 ◎ 採")
NO = _words("нет hayır ret nie όχι 否 いいえ 아니오 아니요 không nee لا × ☓")

PRIVATE: Mapping[str, str] = {
    kind: _any_of(words)
    for kind, words in {
        "email": "eposta, e posta, почт, البريد, 邮箱, 邮件, 郵箱, 郵件, 信箱, メール, 이메일, 메일",
        "phone": "телефон, τηλέφων, điện thoại, الهاتف, الجوال, 手机, 电话, 手機, 電話, 携帯, 전화, 연락처",
        "score": "ocena, puan, βαθμ, оценк, балл, điểm, الدرجة, 评分, 得分, 分数, 評分, 分數, 評点,"
        "スコア, 점수",
        "review": "recenz, hakem, рецензи, phản biện, المحكم, 审稿, 评审, 審稿, 評審, 査読, 심사",
        "remark": "opmerking, uwagi, notlar, παρατηρ, σχόλια, примечан, комментар, ghi chú, ملاحظات, 备注,"
        "備註, 備考, メモ, 비고, 메모",
        "contact": "contactpersoon, iletişim, επικοινωνία, контакт, liên hệ, 联系, 聯絡, 連絡, 通讯作者",
        "personal detail": "adres, адрес, địa chỉ, 性别, 地址, 性別, 住所, 성별, 주소",
    }.items()
}
