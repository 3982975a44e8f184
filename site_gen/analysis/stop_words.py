"""Words that say nothing of what a text is about: those of every sentence, and of every abstract.

What a language has no list for is left out where too many texts have it.
"""

from __future__ import annotations

from collections.abc import Mapping

from site_gen.text import fold

_OF_SENTENCES = """
a about above across after again against ago all almost along already also although always am among an
and another any anyone anything are aren around as at away back be became because become becomes been
before began behind being below beneath beside besides between beyond both but by came can cannot come
comes could couldn did didn do does doesn doing don done down due during each either else enough even
ever every everyone everything except far few for former found from further gave get gets give given
gives go goes gone got had hardly has hasn have haven having he hence her here herself him himself his
how however i if in indeed instead into is isn it its itself just keep keeps kept know known knows last
later least less let lets like likely little lot made mainly make makes making many may maybe me mean
means meanwhile might mine more moreover most mostly much must my myself namely near nearly need needs
neither never nevertheless next no nobody none nor not nothing now of off often on once one ones only
onto or other others otherwise our ours ourselves out over own per perhaps quite rather really said same
saw say says see seem seemed seems seen several shall she should shouldn since so some somehow someone
something sometimes still such take taken takes taking than that the their theirs them themselves then
there thereby therefore these they thing things this those though through throughout thus to together too
took toward towards under unless unlike until up upon us use used useful uses using usually very via was
wasn way ways we well went were weren what whatever when whenever where whereas whereby wherein wherever
whether which whichever while who whole whom whose why will with within without won would wouldn yet you
your yours yourself zero two three four five six seven eight nine ten hundred hundreds thousand thousands
million millions billion billions first second third half twice
"""
_OF_ABSTRACTS = """
ability able abstract accordingly achieve achieves achieved achieving additional additionally address
addresses addressed addressing aim aims allow allows allowed allowing analyse analyze analyzed appear
appears applicable application applications apply applies applying approach approaches appropriate area
areas argue article aspect aspects available average based basic benefit benefits best better big broad
build building builds built call called capable case cases cause certain challenge challenges challenging
change changes choice choose clear close combination combine combined combining common commonly compare
compared comparable comparing comparison complete completely complex component components comprehensive
conclude conduct conducted consider considerable considerably considered considering consist consists
contrast contribute contribution contributions correct corresponding create creates crucial current
currently demonstrate demonstrated demonstrates demonstrating depend depending depends describe described
describes design designed designing designs desired detail detailed details determine develop developed
developing development differ difference differences different difficult difficulty directly discuss
discussed drastically easily easy effect effective effectively effectiveness efficiency efficient
efficiently effort efforts eliminate emerging empirical empirically employ enable enabled enables
enabling end ensure ensures entire equal especially essential establish evaluate evaluated evaluates
evaluating evaluation evaluations exactly examine example examples exhibit exist existing exists expect
expected experiment experimental experiments explore explored explores exploring extend extended
extensive extensively extent fact factor factors final finally find finding findings finds fix focus
focused focuses follow followed following follows form full fully fundamental furthermore future gap
general generally generic get goal goals good great greater greatly handle hard help helps high higher
highest highlight highly idea ideas identified identify impact implement implementation implementations
implemented implementing implication imply importance important improve improved improvement improvements
improves improving include included includes including incorporate increase increased increases
increasing increasingly independent indicate individual insight insights inspired interest interesting
introduce introduced introduces introducing investigate involve involved issue issues key kind knowledge
known lack large largely larger largest latest lead leading leads leverage leveraged leverages leveraging
limit limitation limitations limited limits line literature long longer low lower lowest main major
manner maximum measure meet method methodology methods minimal minimize minimum modern motivated multiple
nature naturally necessary new newly notably note novel number numerous observation observe observed
obtain obtained obtaining offer offers open opportunities opportunity order original outline outperform
outperformed outperforming outperforms overall overcome paper papers particular particularly perform
performed performing performs performance perspective point popular pose poses possible potential
potentially practical practice practitioner practitioners present presented presenting presents previous
previously prior problem problems procedure produce produced produces promising proper properties
property propose proposed proposes proposing provide provided provides providing purpose question
questions quickly range rapid rapidly reach real realistic reason recent recently reduce reduced reduces
reducing regarding related relative relatively rely relies remain remains remarkable report reported
require required requirement requirements requires requiring research researcher researchers respect
respectively result resulted resulting results reveal rich rise role scenario scenarios scheme serious
serve set sets setting settings short show showed showing shown shows significance significant
significantly similar similarly simple simply simultaneously single situation size small smaller solution
solutions solve solved solves solving sota source specific specifically specify standard start state step
steps straightforward strategies strategy strong studied studies study studying substantial substantially
success successful successfully suffer suffers sufficient suggest suggests suitable superior support
supported supporting supports survey task tasks technique techniques technology tend term terms times
time today tool tools top total traditional tradeoff trade treat true try type types typical typically
ubiquitous understand understanding understood unfortunately unified unique usage utilize utilizes
utilizing variety various vary vast version versus vital wide widely work working works world worse worst
year years yield yields
"""
_SHORT = "ad al aware cf co de eg en et etc ex ie io vs ii iii iv multi non pre pro re sub un"

STOP_WORDS: frozenset[str] = frozenset(f"{_OF_SENTENCES} {_OF_ABSTRACTS} {_SHORT}".split())


_OF_GERMAN = """
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
_OF_ARABIC = """
أن إن ان أو او إلى الى على عن من في مع هذا هذه هذان ذلك تلك هو هي هم هن نحن أنا لا ما لم لن قد كل كما لكن
لكنه حيث حتى بعد قبل بين عند عندما خلال منذ حول دون بدون ضد ثم إذا اذا لو كان كانت يكون تكون كانوا ليس
ليست غير سوى بعض أي اي أيضا ايضا التي الذي الذين اللذان اللتان له لها لهم لنا به بها بهم فيه فيها منه
منها عليه عليها إليه إليها عنه عنها وهو وهي وهذا وهذه وذلك ولا وما وقد وفي ومن وعلى وإلى ومع وأن كذلك
لذلك بحيث بسبب وفق أكثر أقل أهم جدا فقط مثل نفس أحد إحدى واحد واحدة يمكن يتم تم عدة عدد كبير كبيرة جديد
جديدة مختلف مختلفة هذه الورقة ورقة البحث بحث الدراسة دراسة نتائج النتائج نقدم نقترح اقتراح المقترح
المقترحة استخدام باستخدام تستخدم يستخدم طريقة الطريقة طرق مشكلة المشكلة تقديم يقدم تقدم يهدف تهدف الهدف
"""

OF_LANGUAGES: Mapping[str, frozenset[str]] = {
    language: frozenset(map(fold, text.split()))
    for language, text in (("de", _OF_GERMAN), ("ar", _OF_ARABIC))
}
"""The words of each language, folded."""
