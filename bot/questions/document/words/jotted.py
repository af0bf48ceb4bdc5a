"""What notes say that were jotted down without question marks."""

from __future__ import annotations

import re
from typing import Final

OUTRIGHT: Final = re.compile(
    r"(?:(?:so|and|then|also|ok|а|и|ну|так|тогда|y|e|entonces)[ ,]+)?(?:"
    r"(?:what|how|why|when|where|which|who)(?:'?s| (?:is|are|do|does|did|would|should|can|could"
    r"|happens?|makes|kinds?|types?|to|not|many|much|long|often|if|about))\b"
    r"|(?:what|which) \w+ (?:do|does|did|is|are|would|can|should|have|has)\b"
    r"|why (?!(?:i|we|they|he|she|it|you|my|our|the|this|that|people|everyone)\b)\w"
    r"|diff(?:erences?)? between\b|tell (?:me|us) (?:about|how|why|what)\b"
    r"|(?:walk|talk) (?:me|us) through\b|explain (?:the|how|what|why)\b"
    r"|что (?:такое|это|будет|произойд[её]т|происходит|значит|делает|делать|лучше)\b"
    r"|чем (?:\w+ ){0,5}(?:отлич\w+|лучше|хуже|опас\w+|отличны)\b|чем отлич"
    r"|как (?:\w+ )?(?:работа\w+|устроен\w*|реализова\w+|хран\w+|избежать|бороться|найти|поймать"
    r"|отловить|узнать|проверить|сделать|откатить|масштабировать|защитить|выбрать|обеспеч\w+)\b"
    r"|(?:зачем|почему|какие|какой|какая|какое|для чего|из чего|в ч[её]м|в каких|при каких)[ ]"
    r"|когда (?:нужн\w+|использ\w+|стоит|лучше|нельзя|применя\w+)\b|сколько (?:раз|бывает|занимает)"
    r"|(?:разница|отличи[ея]) (?:между|в|от)\b|расскажи(?:те)? (?:про|о|об|как)\b"
    r"|(?:qu[eé]) (?:es|son|pasa|hace|significa|diferencia|ocurre|tipos|ventajas|sucede)\b"
    r"|c[oó]mo (?:funcionan?|se|har[ií]as|evitas?|detectas?|encuentras?|escalar?|gestionas?)\b"
    r"|por ?qu[eé] |para qu[eé] |cu[aá]l(?:es)? |cu[aá]ndo (?:se|usar\w*|conviene|usas)\b"
    r"|diferencias? entre\b|h[aá]blame de|cu[eé]ntame\b"
    r"|was (?:ist|sind|passiert|macht)\b|wie (?:funktionier\w+|kann|macht|w[uü]rdest)\b"
    r"|(?:warum|wozu|wof[uü]r|worin) |unterschied zwischen\b|(?:wie|wann) \w+ man\b"
    r"|o que (?:[eé]|s[aã]o|acontece|faz|significa)\b|para que serve|(?:quais|qual)\b"
    r"|diferen[cç]as? entre\b|diff[eé]rences? entre\b|c.?est quoi|qu.?est[- ]ce |pourquoi "
    r"|comment (?:fonctionne|marche|[eé]viter|g[eé]rer)\b|[aà] quoi (?:sert|servent)\b)",
    re.IGNORECASE,
)
"""How words open that ask whatever stands around them, and are no part of a sentence."""

FOR_A_TEAM: Final = re.compile(
    r"(?:what|how|when|where|who|whom|why|which) (?:to|we|our|us|it is)\b"
    r"|(?:что|как|где|когда|кому|куда|зачем|почему) (?:нам|мы|у нас|нужно|надо|делать)\b"
    r"|(?:qu[eé]|c[oó]mo|d[oó]nde|cu[aá]ndo|a qui[eé]n|por qu[eé]) (?:\w+[aei]r|nosotros|nos|lo)\b"
    r"|(?:was|wie|wo|wann|warum) (?:wir|man|zu)\b|我们|咱们|本周|下周",
    re.IGNORECASE,
)
"""How lines open that tell people what to do, or why they do it, rather than ask what they know."""

ASKING_IN_NOTES: Final = re.compile(
    r"как (?!говор|сказ|всегда|обычн|правил|раньше|вид[а-я]+(?:ся)?$|кажется|известно|будто|только)"
    r"(?:бы (?:ты|вы)|\w+(?:ет|[иыу]т|ют|ят)(?:ся)?|\w+(?:ть|ти)(?:ся)?)\b"
    r"|(?:как|почему|зачем|где|когда) ты\b|[а-яё]+(?:но|[ею]т|ит|ть) ли \w"
    r"|(?:c[oó]mo|d[oó]nde) (?:l[oae]s? )?"
    r"(?!antes|otr|much|est[ae]s|es[ae]s|tod|vec|cos|tal|buen|sabes|dices|siempre)\w{3,}(?:as|[eé]s)\b"
    r"|cu[aá]ndo (?:\w+[aei]r|\w{3,}(?:as|es))\b"
    r"|(?:c(?:ue|o)nt[aá]|h[aá]bl[aá]|expl[ií]c[aá]|d[ií]|dec[ií])(?:me|nos)\b"
    r"|como (?:voc[eê]|evitar|lidar|fazer|garantir)\b|quando (?:usar|[eé] melhor)\b"
    r"|(?:wie|wann|wo) \w+ (?:du|sie)\b|wann (?:ist|sind)\b",
    re.IGNORECASE,
)
"""How else questions open there: such words may open a sentence, too, where little else asks."""

ABOUT_A_SUBJECT: Final = re.compile(
    r"[^,;:.!?]{2,60}? (?:what(?: is|'?s) (?:it|that)|what are they|what (?:do|would) you do"
    r"|what for|how does it work|why not\b|whats it for|why do we need"
    r"|что это|что такое|зачем|чем отлич\w+|как работает|для чего|что делать|в ч[её]м разница"
    r"|qu[eé] es|qu[eé] son|para qu[eé](?: sirven?| es\b| se usan?\b|$)"
    r"|c[oó]mo funciona|en qu[eé] se diferencian?"
    r"|как (?:сделать|реализовать|обеспечить|бы (?:ты|вы)|устро\w+)|какие (?:знаешь|бывают|есть)$"
    r"|c[oó]mo (?:l[oa]s? (?!dem)\w{2,}[aei]s|se \w+)"
    r"|o que [eé]|para que serve|como funciona|was ist das|wozu|wie geht das)(?: \w+){0,8}$",
    re.IGNORECASE,
)
"""A subject before what is asked of it: "a lease what is it for"."""

VERSUS: Final = re.compile(r"[^\s.].{0,50}[ ](?:vs\.?|versus|против)[ ]\S.{0,50}", re.IGNORECASE)
"""Two things that are told apart."""

TO_BE_EXPLAINED: Final = re.compile(
    r"[^;:.!?]{2,70}?(?:,| and| и| y| e| und) [^;:.!?]{2,50}?[, ]"
    r"(?:differences?|разница|отличи[ея]|различи[ея]|diferencias?|diferen[cç]as?|unterschiede?)$"
    r"|[^;:.!?]{2,70}, (?:explain|объяснить|рассказать|explicar|explica|erkl[aä]ren)(?: \w+){0,4}$",
    re.IGNORECASE,
)
"""A subject before what is to be said of it, as it stands first in a paragraph."""

GOING_ON: Final = re.compile(
    r"(?:а|и) (?:если|при|из|в|во|с|со|у|для|на|без|[а-яё]{3,}(?:ть|ти)) \w"
    r"|and (?:if|when|for|in|on|from|with|without|read|write) \w|(?:and )?what about \w"
    r"|y (?:si|con|sin|en|para|de|desde) \w"
    r"|e (?:se|com|sem|em|para) \w|und (?:wenn|mit|ohne|bei) \w",
    re.IGNORECASE,
)
"""How words open that ask on, after the answer to a question: "and from an empty one"."""

OF_THE_WRITER: Final = re.compile(
    r"\b(?:next|last|second|third|final) (?:steps|round|talk|call|stage|interview)\b|\bto ?do\b"
    r"|\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|tomorrow|yesterday)\b"
    r"|\b(?:buy|call|mum|mom|salary|recruiter|told|said|they|hr|was|were|went|had|got|is|are|will)\b"
    r"|раунд|звонок|звонил|спросил|сказал|обещал|ответят|перезвон|купить|позвонить|зарплат|завтра"
    r"|вчера|сегодня|понедельник|вторник|сред[ау]\b|четверг|пятниц|суббот|воскресень|команд[аеу]\b"
    r"|\b(?:был[аио]?|прош[её]л|прошл[аои]|пош[её]л|дошли|норм|они)\b"
    r"|\b(?:ronda|llamada|llamar|comprar|sueldo|jefe|ma[nñ]ana|ayer|hoy|lunes|martes|jueves|viernes"
    r"|s[aá]bado|domingo|dijo|dijeron|dice|preguntar|fue|fueron|estuvo|estaba|era|foi|ligar)\b"
    r"|\b(?:anrufen|kaufen|gehalt|morgen|gestern|heute|montag|dienstag|mittwoch|donnerstag|freitag"
    r"|war|waren|ist|sind|acheter|appeler|demain|hier|lundi|mardi|mercredi|jeudi|vendredi)\b",
    re.IGNORECASE,
)
"""What makes of a few words a sentence, or a note to oneself, rather than a subject."""

OF_A_DAY: Final = re.compile(
    r"(?:it )?(?:was|were|went) |(?:был[аио]?|прош[её]л|прошл[аои]|все было) "
    r"|(?:fue|fueron|estuvo|foi|foram|c.[eé]tait) |(?:es )?war(?:en)? (?!ein)",
    re.IGNORECASE,
)
"""How the line below opens where such a note only tells how something went."""

OF_ONESELF: Final = re.compile(
    r"(?<!tell )(?<!walk )(?<!give )\b(?:i|me|my|myself)\b(?!/)|\b(?:я|мне|меня|мой|моя|мои)\b"
    r"|\b(?:yo|mi|conmigo)\b|\b(?:ich|mir|mich|mein)\b|我(?!们)",
    re.IGNORECASE,
)
"""What a diary asks, and no interviewer."""

OF_INTERVIEWS: Final = re.compile(
    r"\binterview|\bexam\b|\bthey (?:\w+ )?asked|\b(?:was|got|been|what i) asked\b|\bquestions\b"
    r"|собес|интервью|экзамен|спросили|спрашива|вопрос[ыоа]|задавали|співбесід"
    r"|\bentrevist|\bexamen|\bpreguntaron|\bpreguntas|\bvorstellungsgespräch|\bgefragt|prüfung|klausur"
    r"|\b(?:phone|tech|technical) screen|\bonsite\b|\boral exam|скрининг|\bзач[её]т"
    r"|\boposici[oó]n|\bparcial\b|\bentretien|\bpartiel|\bcolloquio|\besame\b"
    r"|笔试|校招|秋招|春招|面试|面経|面经|八股|被问|考试|视频面|电话面|[一二三四]面(?:\W|$)|(?:他们|面试官)问",
    re.IGNORECASE,
)
"""What notes speak of that keep questions."""

ASKED_BACK: Final = re.compile(
    r"\W*(?:(?:my|our) questions|questions? (?:i|we) ask(?:ed)?\b|i asked\b"
    r"|(?:to )?ask them|questions (?:to|for) (?:them|the (?:team|company|interview|employ|manager))"
    r"|what i asked\b"
    r"|мои вопросы|вопросы (?:от меня|к ним|им|работодател|компани)|я спросил|спросить у них"
    r"|mis preguntas|preguntas (?:m[ií]as|para ell|a la empresa|que hice)|yo pregunt"
    r"|meine fragen|(?:反问|我问|我的问题)(?:环节|面试官)?(?:$|[\s:：（(了,，]))",
    re.IGNORECASE,
)
"""What the one who is interviewed asks in turn."""

TITLES_OF_WHAT_IS_ASKED_BACK: Final = re.compile(
    r"\W*(?:反问(?:环节|面试官)?(?:\W|$)|(?:(?:my|our) questions(?: (?:to|for) (?:them|the \w+))?"
    r"|questions (?:i asked|for them)|мои вопросы(?: им| к ним)?|вопросы (?:к ним|от меня)"
    r"|mis preguntas(?: para ell[oa]s)?|meine fragen)[ ]?(?:[:：]|$))",
    re.IGNORECASE,
)
"""The same where nothing else stands on the line, or only what was asked."""

LIVE_TASKS: Final = re.compile(
    r"\blive ?coding|\bcoding (?:task|round|exercise|challenge|test)|\bwhiteboard|\btake ?home"
    r"|лайв ?-?код|\bзадач[ауи] (?:на|с) (?:код|доск)|писал[аи]? код|писать код|накодить"
    r"|prueba t[eé]cnica|ejercicio de c[oó]digo|codificar en vivo|programar en vivo"
    r"|c[oó]digo en vivo|ao vivo",
    re.IGNORECASE,
)
"""What stands above the task that somebody had to solve at once."""

TASKS: Final = re.compile(
    r"[а-яё]{3,}(?:ть|ти|чь)\b|\w{3,}[aei]r\b|dad[oa]s? "
    r"|(?:[a-zäöüß]+ ){1,5}[a-zäöüß]*(?:ieren|kehren|finden|schreiben|bauen|zählen|prüfen|suchen)$"
    r"|(?:write|implement|build|reverse|find|merge|flatten|count|sort|parse|remove|given|rotate"
    r"|invert|group|deduplicate|convert) ",
    re.IGNORECASE,
)
"""How the tasks open that stand there: by what to do."""
