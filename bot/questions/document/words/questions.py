"""How a question opens and what stands in the place of an answer."""

from __future__ import annotations

import re
from typing import Final

from bot.questions.document.words.listed import listed

ARTICLES: Final = listed(
    "a, an, the, el, la, los, las, un, una, o, os, as, um, uma, der, die, das, ein, eine"
)
"""What two ways of asking the same may differ in."""

INTERROGATIVES: Final = listed(
    "what, what's, whats, how, how's, why, when, where, which, who, whose, whom",
    "is, are, was, were, do, does, did, can, could, would, should, will, shall, have, has, had",
    "что, как, какой, какая, какие, каков, какова, каковы, каким, какое, какими, каких, какую",
    "чем, чему, зачем, почему, когда, где, куда, откуда, кто, сколько, можно, нужно, может",
    "могут",
    "можете, можешь, есть, существует, чего, кому, каково, для чего, из чего, в чем, в чём",
    "с чем",
    "о чем, на что, от чего, за что, при каких, в каком, в каких, на каком, каким образом",
    "до каких",
    "из каких, с помощью чего, у каких, по каким, отличие, отличия, отличается, разница",
    "различия, різниця",
    "що, як, який, яка, які, чому, навіщо, коли, чим, де, чи, для чого, в чому, яким",
    "qué, que, cómo, como, cuál, cual, cuáles, cuándo, dónde, quién, quiénes, cuánto, cuánta",
    "cuántos",
    "cuántas, por qué, para qué, en qué, de qué, con qué, a qué, cual es",
    "o que, quais, qual, quando, onde, por que, quem, quanto, o que é",
    "was, wie, warum, wann, wo, wer, welche, welcher, welches, wozu, weshalb, womit, worin, wofür",
    "worin besteht, wodurch, kann, können, sind, ist, pourquoi, comment, quelle, quel, quels",
    "quelles",
)
"""Words a question opens with."""

REQUESTS: Final = listed(
    "explain, describe, define, discuss, compare, contrast, differentiate, distinguish, list",
    "name",
    "mention, state, outline, illustrate, enumerate, identify, summarize, summarise, elaborate",
    "write, implement, design, build, create, give, show, tell, walk, talk, provide, demonstrate",
    "difference, differences, the difference, diff, suppose, imagine, consider, given, find",
    "calculate",
    "share, introduce, convert, reverse, develop, determine, solve, prove, derive, draw",
    "evaluate",
    "расскажите, расскажи, опишите, опиши, объясните, объясни, назовите, назови, перечислите",
    "перечисли, приведите, приведи, сравните, напишите, напиши, дайте, дай, поясните, реализуйте",
    "различие, реализуй, покажите, придумайте, спроектируйте, определите, нарисуйте, представьте",
    "написать, реализовать, спроектировать, объяснить, рассказать, описать, перечислить",
    "опишіть, поясніть, розкажіть, назвіть, перелічіть, наведіть",
    "explica, explique, explícame, describe, describa, define, defina, menciona, mencione",
    "nombra, explicame, explicá, contame, decime, implementá, compará, nombrá, mencioná, diseñá",
    "nombre, enumera, compara, diferencia, diferencias, cuéntame, cuentame, háblame, hablame",
    "escribe",
    "lista, listar, explicar, describir, definir, enumerar, comparar, mencionar, implementa",
    "diseña, da, indica, dime, desarrolla, enumere, explícanos, cuéntanos, relata",
    "indique, señale, justifique, calcule, demuestre, diseñe, escriba, enuncie, clasifique",
    "describa, diferencie, ejemplifique, proponga, implemente, desarrolle, grafique, exprese",
    "señala, justifica, calcula, demuestra, enuncia, clasifica, diferencie, relacione",
    "justify, sketch, argue, contrast, comment",
    "descreva, cite, diferença, diferenças, fale, conte, liste, escreva, implemente, compare",
    "erkläre, erklären, beschreibe, beschreiben, nenne, nennen, vergleiche, definiere",
    "unterschied",
    "erläutere, erläutern, zähle, expliquez, décrivez, définissez, citez, différence",
)
"""Verbs, and some nouns, with which an interviewer asks without a question mark."""

EXAMINING: Final = listed(
    "explain, define, discuss, contrast, differentiate, distinguish, elaborate, enumerate",
    "расскажите, расскажи, объясните, объясни, опишите, опиши, назовите, назови, перечислите",
    "explica, explique, explícame, cuéntame, háblame, enumera, menciona, mencione, nombra",
    "defina, enumere, enuncie, justifique, justify",
    "explicar, explícanos, cuéntanos, explique, descreva, erkläre, erläutere, nenne, expliquez",
)
"""Those of them that only somebody says who wants to hear what another knows."""

IMPERATIVES: Final = ("йте", "ите", "ьте")
"""How verbs end in Russian that ask somebody to do something."""

POLITE: Final = listed("please, if, also, por favor, si, пожалуйста, если, bitte, falls, wenn")
"""How a request opens that follows a question."""

OPENINGS: Final = INTERROGATIVES | REQUESTS

VERDICT: Final = re.compile(
    r"¿?(?:true or false|verdadero o falso|cierto o falso|verdadeiro ou falso|vrai ou faux"
    r"|wahr oder falsch|richtig oder falsch|правда или ложь|верно или нет|верно или неверно"
    r"|对还是错|对或错|正确还是错误|是否正确)[ ]?[?？:：]",
    re.IGNORECASE,
)
"""Asks about the statement that follows it."""

MORE: Final = REQUESTS | POLITE

_UNSPACED_ASKING: Final = listed(
    "什么, 什麼, 怎么, 怎麼, 如何, 怎样, 为什么, 为何, 哪些, 哪个, 哪几, 哪种, 几种, 几个, 多少",
    "是否, 吗, 呢, 区别, 区別, 差异, 不同, 异同, 说说, 谈谈, 说一下, 说下, 讲讲, 讲一下, 讲述",
    "聊聊, 简述, 简单描述, 描述, 阐述, 列举, 举例, 解释, 介绍, 介紹, 谈一谈, 说一说, 讲一讲",
    "比较, 对比",
    "怎么办, 能否, 手写, 写出, 写一个, 理解, 了解, 有何",
    "何时, 是不是, 能不能, 有没有, 会不会",
    "なぜ, とは, 違い, どの, 何, か？, 무엇, 어떻게, 차이",
)

_UNSPACED_SUBJECTS: Final = listed(
    "优缺点, 原理, 作用, 过程, 流程, 概念, 特点, 场景, 注意事项, 机制, 方法, 方式, 实现, 使用",
)
"""Nouns that ask for what stands before them, at the end of a title."""

UNSPACED_OUTRIGHT: Final = re.compile("|".join(sorted(_UNSPACED_ASKING)))
"""What asks in scripts without spaces, wherever it stands."""

UNSPACED_ASKING: Final = re.compile(
    "|".join([*sorted(_UNSPACED_ASKING), rf"(?:{'|'.join(sorted(_UNSPACED_SUBJECTS))})[^\w]*$"])
)
"""What makes a title a question in scripts without spaces, where it rarely bears a mark."""

ABOUT_CODE: Final = re.compile(
    r"\bwhat (?:will|is|does|would|are|do)\b.{0,60}\b(?:outputs?|prints?|printed|logs?|logged"
    r"|returns?|returned|evaluate)\b|\bguess the .{0,20}output|(?:^|\W)(?:что|чему) .{0,40}"
    r"(?:вывед|напечата|верн[её]т|в консол)|(?:qué|cuál) .{0,40}(?:imprime|salida|devuelve|muestra)"
    r"|输出(?:什么|结果|是)|打印(?:什么|结果)",
    re.IGNORECASE,
)
"""A question about the code below it."""

PLACEHOLDERS: Final = listed(
    "todo, tbd, tba, to do, to be done, to be completed, to be added, to be answered",
    "to be updated",
    "to be continued, to be written, coming soon, wip, work in progress, pending, in progress",
    "n/a, na",
    "none, no answer, no answer yet, not answered, not answered yet, unanswered",
    "answer pending, ..., …",
    "add answer, add answer here, your answer here, write your answer here, answer goes here",
    "answer here",
    "to be filled, to be filled in, to fill, fill in, fixme, empty, unknown, not yet",
    "add your answer,",
    "add your answer here, your answer, type your answer here, insert answer here, placeholder",
    "look up, look it up, look this up, google it, google this, ask chatgpt, check this",
    "waffled, blanked, no idea, no clue, dont know, don't know, didnt know, didn't know",
    "update later, will update, will be updated, will be added soon, later",
    "нет ответа, нет, ответа нет, ответ отсутствует, будет позже, скоро, скоро будет",
    "в разработке",
    "дописать, заполнить, добавить, добавить ответ, ответить, позже, в процессе",
    "ответа пока нет, пока нет ответа",
    "пока пусто, ответ будет позже, ответ скоро, нужно дополнить, дополнить, не отвечено",
    "ответ позже",
    "pendiente, por hacer, próximamente, proximamente, sin respuesta, por completar, en progreso",
    "por responder, completar, falta respuesta, pendiente de respuesta, por definir",
    "aún sin respuesta, falta responder, falta contestar, sin responder, sin contestar",
    "a fazer, em breve, sem resposta, pendente, offen, folgt, kommt noch, keine antwort, à faire",
    "посмотреть, загуглить, погуглить, гуглить, прочитать, повторить, не знал, не знала",
    "не ответил, не ответила, не знаю, поплыл, поплыла",
    "buscar, mirar, repasar, ni idea, no lo sé, no lo se, no sé, no supe, no supe responder",
    "не смог ответить, не смогла ответить, не вспомнил, не вспомнила, тут поплыл, тут поплыла",
    "no la supe, esta no la supe, no la supe contestar, esta no la supe contestar",
    "no supe contestar, no supe que decir, no supe qué decir, me quedé en blanco",
    "me quede en blanco, não soube, nao soube, não soube responder, nao soube responder",
    "could not answer, couldn't answer, couldnt answer, went blank, wusste ich nicht",
    "ваш ответ, твой ответ, ваш ответ здесь, место для ответа, здесь ваш ответ, мой ответ",
    "tu respuesta, tu respuesta aquí, escribe tu respuesta, escribe tu respuesta aquí",
    "su respuesta, sua resposta, deine antwort, my answer, answer here please",
    "你的答案, 你的回答, 请填写, 在此填写, 在这里写答案, 我的回答",
    "待补充, 待完善, 待更新, 待续, 未完待续, 暂无, 暂无答案, 无, 略, 待回答, 待解答, 待定",
    "待补, 待查, 查一下, 不知道, 没答上来, 没答出来, 答不上来, 忘了",
    "待整理, 待写, 空, 未完成, 后续补充",
)
"""An answer that says there is none."""
