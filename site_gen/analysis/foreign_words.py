"""Words that say nothing of what a text is about, in languages other than English: those of every sentence,
and of every abstract. What a language has no list for is left out where too many texts have it."""

from __future__ import annotations

from collections.abc import Mapping

from site_gen.text import fold

_GERMAN = """
aber alle allem allen aller alles als also am an andere anderem anderen anderer anderes auch auf aus bei
beide beiden beim bereits bis bisher bzw da dabei dadurch dafür daher damit dann daran darauf daraus
darin das dass davon dazu dem den denen denn der deren des dessen die dies diese diesem diesen dieser
dieses doch dort durch ein eine einem einen einer eines einige einigen einzelne einzelnen erst es etwa
etwas euch für ganz gegen gibt hat hatte hatten haben hier hierbei hierfür hierzu hin ihm ihn ihnen ihr
ihre ihrem ihren ihrer ihres im immer in indem ins ist ja jede jedem jeden jeder jedes jedoch jetzt kann
kein keine keinem keinen keiner können könnte könnten man mehr mehrere mehreren mit muss müssen nach
neben nicht nichts noch nun nur ob oder oft ohne schon sehr sein seine seinem seinen seiner seines seit
sich sie sind so sobald sodass sogar solche solchen soll sollen sollte sollten sondern sonst sowie sowohl
statt über um und uns unser unsere unserem unseren unserer unter viel viele vielen vom von vor war waren
was weil weiter weitere weiteren weiterhin welche welchem welchen welcher welches wenig wenige wenn wer
werden wie wieder wir wird wobei wodurch worden wurde wurden würde würden zu zum zur zwar zwei zwischen
zudem ansatz ansätze arbeit arbeiten artikel aufgabe aufgaben basierend beispiel beispiele beitrag
beiträge beschreiben beschreibt bestehende bestehenden bietet daten ergebnis ergebnisse ergebnissen
ermöglicht erreicht ersten fragen fällen gezeigt große großen gute heute hohe hohen insbesondere methode
methoden möglich möglichkeiten neu neue neuen neuer neues problem probleme rahmen sowohl stellen stellt
system systeme systemen untersuchen untersucht unterschiedliche unterschiedlichen verfahren verschiedene
verschiedenen verwendet verwendung vorgestellt vorschlagen vorstellen wichtig wichtige wichtigen zeigen
zeigt ziel
"""
_ARABIC = """
أن إن ان أو او إلى الى على عن من في مع هذا هذه هذان ذلك تلك هو هي هم هن نحن أنا لا ما لم لن قد كل كما لكن
لكنه حيث حتى بعد قبل بين عند عندما خلال منذ حول دون بدون ضد ثم إذا اذا لو كان كانت يكون تكون كانوا ليس
ليست غير سوى بعض أي اي أيضا ايضا التي الذي الذين اللذان اللتان له لها لهم لنا به بها بهم فيه فيها منه
منها عليه عليها إليه إليها عنه عنها وهو وهي وهذا وهذه وذلك ولا وما وقد وفي ومن وعلى وإلى ومع وأن كذلك
لذلك بحيث بسبب وفق أكثر أقل أهم جدا فقط مثل نفس أحد إحدى واحد واحدة يمكن يتم تم عدة عدد كبير كبيرة جديد
جديدة مختلف مختلفة هذه الورقة ورقة البحث بحث الدراسة دراسة نتائج النتائج نقدم نقترح اقتراح المقترح
المقترحة استخدام باستخدام تستخدم يستخدم طريقة الطريقة طرق مشكلة المشكلة تقديم يقدم تقدم يهدف تهدف الهدف
"""

STOP_WORDS: Mapping[str, frozenset[str]] = {
    language: frozenset(map(fold, text.split())) for language, text in (("de", _GERMAN), ("ar", _ARABIC))
}
"""The words of each language, folded."""
