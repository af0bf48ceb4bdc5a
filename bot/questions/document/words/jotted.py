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
    r"|(?:warum|wozu|wof[uü]r|worin) |unterschied zwischen\b)",
    re.IGNORECASE,
)
"""How words open that ask whatever stands around them, and are no part of a sentence."""

ABOUT_A_SUBJECT: Final = re.compile(
    r"[^,;:.!?]{2,60}? (?:what(?: is|'?s) (?:it|that)|what are they|what (?:do|would) you do"
    r"|what for|how does it work|why not\b|whats it for|why do we need"
    r"|что это|что такое|зачем|чем отлич\w+|как работает|для чего|что делать|в ч[её]м разница"
    r"|qu[eé] es|qu[eé] son|para qu[eé]|c[oó]mo funciona|en qu[eé] se diferencian?"
    r"|was ist das|wozu)(?: \w+){0,8}$",
    re.IGNORECASE,
)
"""A subject before what is asked of it: "a lease what is it for"."""

VERSUS: Final = re.compile(r"[^\s.].{0,50}[ ](?:vs\.?|versus|против)[ ]\S.{0,50}", re.IGNORECASE)
"""Two things that are told apart."""

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
    r"|面试|面経|面经|八股|被问|考试|视频面|电话面|[一二三四]面(?:\W|$)|(?:他们|面试官)问",
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
    r"|лайв ?-?код|\bзадач[ауи] (?:на|с) (?:код|доск)|писал[аи]? код|prueba t[eé]cnica"
    r"|ejercicio de c[oó]digo|codificar en vivo",
    re.IGNORECASE,
)
"""What stands above the task that somebody had to solve at once."""
