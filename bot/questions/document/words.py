"""What documents say to tell a question from an answer, in the languages people write them in.

The one place that knows words. Everything is in lower case; phrases match whole words at the
beginning of a text, except in the scripts that do not put spaces between words.
"""

from __future__ import annotations

import re
from typing import Final

from bot.questions.model import Level


def _listed(*lines: str) -> frozenset[str]:
    return frozenset(phrase.strip() for line in lines for phrase in line.split(","))


QUESTION_LABELS: Final = _listed(
    "q, que, ques, quest, question, interview question, sample question, interviewer, challenge",
    "problem, problem statement, scenario, task, exercise, front",
    "вопрос, в, задача, задание, интервьюер, питання",
    "pregunta, p, ejercicio, reto, entrevistador, entrevistadora, pergunta, entrevistadora",
    "frage, f, aufgabe, domanda, soru",
    "问, 问题, 题目, 题, 面试题, 面试官, 面试官问, 提问, 問題, 質問",
)
"""What stands before a question: ``Q:``, ``Question 3.``, ``Interviewer:``."""

LOOSE_QUESTION_LABELS: Final = _listed(
    "challenge, problem, problem statement, scenario, task, exercise, front",
    "задача, задание",
    "ejercicio, reto, aufgabe",
)
"""Labels that also name parts of answers, and count only where a labelled answer follows."""

ANSWER_LABELS: Final = _listed(
    "a, an, ans, answer, answers, the answer, short answer, sample answer, model answer",
    "expected answer, suggested answer, ideal answer, correct answer, my answer, your answer",
    "correct, correcta, correcto, correta, верно, правильно, richtig",
    "right answer, answer en, respuesta correcta, resposta correta, richtige antwort",
    "правильный ответ, верный ответ, мой ответ, подробный ответ, развернутый ответ, полный ответ",
    "正确答案, 详细答案, 标准答案, 参考解答, 简答, 详解, 面试回答, 面试答案, 核心答案, 标准回答",
    "simple answer, quick answer, detailed answer, best answer, possible answer, answer key",
    "solution, solutions, example solution, possible solution, sample solution, response",
    "candidate, interviewee, back, reply, show answer, view answer, click to reveal, reveal",
    "show solution, click to see answer, click here to see the answer, see answer, hint",
    "explanation, example answer, example response, sample response",
    "ответ, о, решение, краткий ответ, кандидат, показать ответ, пример ответа, соискатель",
    "відповідь, r, respuesta, solución, candidato, candidata, respuesta corta, ver respuesta",
    "resposta, resposta curta, solução, antwort, lösung, réponse, risposta, cevap",
    "mostrar respuesta",
    "答, 答案, 答：, 参考答案, 回答, 解答, 解析, 答案解析, 候选人, 点击查看答案, 查看答案",
    "参考回答, 答え, 回答要点",
)
"""What stands before an answer: ``A:``, ``**Answer**``, ``Ответ.``."""

ANSWER_KEYS: Final = _listed(
    "answers, answer key, answer keys, solutions, keys, key, answers to questions",
    "answers to the questions, correct answers, ответы, ключи, ключ, решения, ответы на вопросы",
    "правильные ответы, respuestas, soluciones, clave de respuestas, respuestas correctas",
    "respostas, soluções, gabarito, antworten, lösungen, réponses, risposte",
    "答案, 参考答案, 解答, 正确答案, 答案与解析, 参考解答",
)
"""Titles of lists that answer questions by their numbers."""

BARE_ANSWER_LABELS: Final = _listed(
    "a, an, ans, answer, the answer, ответ, о, respuesta, r, resposta, antwort, réponse, ?",
    "答, 答案, 回答",
)
"""Labels that need not be shown before an answer."""

SINGLE_LETTER_PAIRS: Final = {"q": "a", "p": "r", "в": "о", "f": "a"}
"""One letter is a label only in a document that also uses its partner."""

PARTS_OF_ANSWERS: Final = _listed(
    "example, examples, note, notes, output, explanation, code, code example, syntax, usage",
    "summary, key points, key takeaway, key takeaways, takeaway, tip, tips, important, in short",
    "follow-up, follow up, follow-ups, follow-up questions, pros, cons, advantages",
    "disadvantages",
    "benefits, use cases, use case, steps, best practices, references, reference, resources",
    "source",
    "sources, further reading, read more, details, more info, tl;dr, tldr, result, demo, diagram",
    "why, how, when, what, how it works, why it matters, when to use, what they look for",
    "key features",
    "complexity, time complexity, space complexity, input, answer, answers, solution, hint",
    "hints",
    "real-world example, common mistakes, pitfalls, red flags, what to listen for, definition",
    "code snippet",
    "пример, примеры, примечание, важно, вывод, итог, итого, пояснение, подробнее, источник",
    "источники",
    "ссылки, полезные ссылки, плюсы, минусы, преимущества, недостатки, код, ответ, решение",
    "дополнительно",
    "ejemplo, ejemplos, nota, notas, salida, explicación, resumen, ventajas, desventajas",
    "código, respuesta",
    "consejo, consejos, referencias, fuente, fuentes, exemplo, exemplos, resposta, explicação",
    "beispiel, hinweis, antwort, erklärung, vorteile, nachteile, quelle",
    "示例, 例子, 例如, 举例, 注意, 注意事项, 总结, 小结, 说明, 代码, 代码示例, 优点, 缺点",
    "优缺点, 参考, 参考资料, 参考链接",
    "原理, 原因, 步骤, 答案, 解析, 答, 扩展, 拓展, 延伸, 追问, 补充, 参考文章, 适用场景",
    "应用场景",
)
"""Titles of pieces of an answer, which never are questions or topics of their own."""

PARTS_BESIDES_ANSWERS: Final = PARTS_OF_ANSWERS - _listed(
    "answer, answers, solution, ответ, решение, respuesta, resposta, antwort, 答案, 答, 解析"
)
"""The same without the answer itself."""

CONTENTS_TITLES: Final = _listed(
    "contents, table of contents, table of content, toc, index, overview of questions, menu",
    "list of questions, questions list, list of contents, quick links, navigation, jump to",
    "оглавление, содержание, навигация, список вопросов, зміст",
    "índice, indice, tabla de contenido, tabla de contenidos, contenido, contenidos, conteúdo",
    "sumário, inhaltsverzeichnis, inhalt, sommaire, 目录, 目錄, 大纲, 目次, 题目列表, 问题列表",
)

ASIDE_TITLES: Final = _listed(
    "introduction, intro, about, overview, conclusion, final notes, final thoughts, summary",
    "outro",
    "disclaimer, preface, foreword, how to use, how to use this guide, how to contribute, usage",
    "contributing, contribution, contributions, contributors, license, licence, installation",
    "install",
    "getting started, prerequisites, requirements, setup, changelog, credits, acknowledgements",
    "acknowledgments, support, contact, author, authors, resources, references, links",
    "useful links",
    "further reading, star history, sponsors, thanks, about this repository, features",
    "quick start",
    "tech stack, roadmap, todo, folder structure, project structure, tips, interview tips",
    "general tips",
    "введение, заключение, об авторе, лицензия, ссылки, источники, полезные ссылки",
    "как пользоваться",
    "установка, вклад, предисловие, контакты, ресурсы, авторы, участие, литература",
    "что почитать, список литературы, дополнительные материалы, recommended reading",
    "bibliografía, lecturas recomendadas, qué leer, 推荐阅读, 延伸阅读",
    "introducción, introduccion, conclusión, conclusion, contribuir, licencia, instalación",
    "recursos",
    "enlaces, contribuciones, cómo contribuir, autor, créditos, introdução, conclusão, licença",
    "einleitung, einführung, fazit, lizenz, mitwirken, 前言, 简介, 介绍, 引言, 结语, 后记",
    "参考, 参考资料, 贡献",
    "贡献者, 许可证, 许可, 联系方式, 关于, 说明, 致谢, 更新日志, 写在前面, 写在最后, 最后",
)
"""Titles of what is neither a question nor a topic of questions."""

NO_QUESTIONS: Final = PARTS_OF_ANSWERS | CONTENTS_TITLES | ASIDE_TITLES
"""Titles that are neither asked nor titles of what is asked."""

ASIDE_OPENINGS: Final = (
    "how to use",
    "how to contribute",
    "how to prepare",
    "how to answer",
    "how to crack",
    "how to ace",
    "как подготовиться",
    "cómo preparar",
    "如何准备",
    "about this",
    "about the",
    "как пользоваться",
    "cómo usar",
    "cómo utilizar",
    "如何使用本",
)
"""How titles open that speak of the document."""

SUBJECT_OF_INTERVIEWS: Final = _listed(
    "interview, question, q&a, q & a, faq, quiz, flashcard, examination, exam prep, mock exam",
    "вопрос, собеседован, интервью, питання, співбесід, тест, экзамен, билет",
    "pregunta, entrevista, pergunta, cuestionario, frage, vorstellungsgespräch",
    "面试, 面試, 题, 问答, 八股, 問, 面经, 質問, 면접, 질문",
)
"""What a title contains when its document asks questions."""

SUBJECT_OF_ANSWERS: Final = _listed(
    "interview, questions and answers, questions & answers, q&a, q & a, flashcard, answers",
    "собеседован, интервью, вопросы, ответы, співбесід, питання",
    "entrevista, preguntas, perguntas, vorstellungsgespräch, fragen und antworten",
    "面试, 面試, 八股, 面经, 题库, 答案, 问答, 면접",
)
"""What a title contains when its document explains one subject after another for an interview."""

ANSWERS_ALONE: Final = SUBJECT_OF_ANSWERS - _listed(
    "interview, собеседован, интервью, співбесід, entrevista, vorstellungsgespräch",
    "面试, 面試, 면접",
)
"""The same without the interview, of which programs speak too."""

PRODUCT_TITLES: Final = _listed(
    "installation, install, usage, license, licence, contributing, changelog, getting started",
    "try it, run it",
    "quick start, quickstart, requirements, prerequisites, features, configuration, development",
    "build, building, running, run, deployment, api reference, unreleased, added, changed",
    "fixed, removed",
    "screenshots, tech stack, project structure, documentation, testing, tests, setup",
    "dependencies",
    "установка, использование, лицензия, запуск, настройка, требования, возможности",
    "instalación, uso, licencia, requisitos, configuración, 安装, 使用, 使用方法, 快速开始",
    "许可证, 功能, 特性, 配置",
)
"""Titles of a document about a program, a release or a lesson rather than about questions."""

INTERROGATIVES: Final = _listed(
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

REQUESTS: Final = _listed(
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
    "nombra",
    "nombre, enumera, compara, diferencia, diferencias, cuéntame, cuentame, háblame, hablame",
    "escribe",
    "lista, listar, explicar, describir, definir, enumerar, comparar, mencionar, implementa",
    "diseña, da, indica, dime, desarrolla, enumere, explícanos, cuéntanos, relata",
    "descreva, cite, diferença, diferenças, fale, conte, liste, escreva, implemente, compare",
    "erkläre, erklären, beschreibe, beschreiben, nenne, nennen, vergleiche, definiere",
    "unterschied",
    "erläutere, erläutern, zähle, expliquez, décrivez, définissez, citez, différence",
)
"""Verbs, and some nouns, with which an interviewer asks without a question mark."""

EXAMINING: Final = _listed(
    "explain, define, discuss, contrast, differentiate, distinguish, elaborate, enumerate",
    "расскажите, расскажи, объясните, объясни, опишите, опиши, назовите, назови, перечислите",
    "explica, explique, explícame, cuéntame, háblame, enumera, menciona, mencione, nombra",
    "explicar, explícanos, cuéntanos, explique, descreva, erkläre, erläutere, nenne, expliquez",
)
"""Those of them that only somebody says who wants to hear what another knows."""

IMPERATIVES: Final = ("йте", "ите", "ьте")
"""How verbs end in Russian that ask somebody to do something."""

POLITE: Final = _listed("please, if, also, por favor, si, пожалуйста, если, bitte, falls, wenn")
"""How a request opens that follows a question."""

OPENINGS: Final = INTERROGATIVES | REQUESTS
MORE: Final = REQUESTS | POLITE

_UNSPACED_ASKING: Final = _listed(
    "什么, 什麼, 怎么, 怎麼, 如何, 怎样, 为什么, 为何, 哪些, 哪个, 哪几, 哪种, 几种, 几个, 多少",
    "是否, 吗, 呢, 区别, 区別, 差异, 不同, 异同, 说说, 谈谈, 说一下, 说下, 讲讲, 讲一下, 讲述",
    "聊聊, 简述, 简单描述, 描述, 阐述, 列举, 举例, 解释, 介绍, 介紹, 谈一谈, 说一说, 讲一讲",
    "比较, 对比",
    "怎么办, 能否, 手写, 写出, 写一个, 理解, 了解, 有何",
    "何时, 是不是, 能不能, 有没有, 会不会",
    "なぜ, とは, 違い, どの, 何, か？, 무엇, 어떻게, 차이",
)
_UNSPACED_SUBJECTS: Final = _listed(
    "优缺点, 原理, 作用, 过程, 流程, 概念, 特点, 场景, 注意事项, 机制, 方法, 方式, 实现, 使用",
)
"""Nouns that ask for what stands before them, at the end of a title."""

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

PLACEHOLDERS: Final = _listed(
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
    "update later, will update, will be updated, will be added soon, later",
    "нет ответа, нет, ответа нет, ответ отсутствует, будет позже, скоро, скоро будет",
    "в разработке",
    "дописать, заполнить, добавить, добавить ответ, ответить, позже, в процессе",
    "ответа пока нет, пока нет ответа",
    "пока пусто, ответ будет позже, ответ скоро, нужно дополнить, дополнить, не отвечено",
    "ответ позже",
    "pendiente, por hacer, próximamente, proximamente, sin respuesta, por completar, en progreso",
    "por responder, completar, falta respuesta, pendiente de respuesta, por definir",
    "aún sin respuesta",
    "a fazer, em breve, sem resposta, pendente, offen, folgt, kommt noch, keine antwort, à faire",
    "ваш ответ, твой ответ, ваш ответ здесь, место для ответа, здесь ваш ответ, мой ответ",
    "tu respuesta, tu respuesta aquí, escribe tu respuesta, escribe tu respuesta aquí",
    "su respuesta, sua resposta, deine antwort, my answer, answer here please",
    "你的答案, 你的回答, 请填写, 在此填写, 在这里写答案, 我的回答",
    "待补充, 待完善, 待更新, 待续, 未完待续, 暂无, 暂无答案, 无, 略, 待回答, 待解答, 待定",
    "待整理, 待写, 空, 未完成, 后续补充",
)
"""An answer that says there is none."""

SMALL_TALK: Final = _listed(
    "sure, certainly, of course, absolutely, got it, alright, great, okay, ok, no problem",
    "thanks",
    "thank you, hello, hi, hey, you're welcome, happy to help, exactly, memory updated",
    "understood, yes",
    "good luck, happy interviewing, feel free, let me know, does that help, does that clarify",
    "does this help, would you like, do you want me to, shall i, should i continue, want me to",
    "is there anything else, if you have any more, if you have any, hope this helps",
    "i hope this helps",
    "here are some, here are, here is a, here's a, below are, preparing for",
    "transcript unavailable",
    "let's continue, let's go, let's move, let's begin, let's start, let me continue",
    "are you ready",
    "конечно, хорошо, отлично, разумеется, спасибо, привет, здравствуйте, пожалуйста, понял",
    "понятно",
    "давай, давайте, вот несколько, ниже приведены, хотите, хочешь, нужно ли продолжить, удачи",
    "рад помочь",
    "claro, por supuesto, desde luego, gracias, hola, perfecto, de acuerdo, vale, entendido",
    "aquí tienes",
    "aquí están, a continuación, quieres que, te gustaría, ¿quieres que, ¿te gustaría",
    "espero que, suerte",
    "buenos días, buenas tardes, encantado, de nada, claro que sí, com certeza, natürlich, gerne",
    "当然, 好的, 没问题, 可以的, 谢谢, 你好, 您好, 以下是, 下面是, 希望对你, 需要我, 要不要我",
    "祝你, 还有什么, 明白了",
)
"""How a talk is kept going: it is neither a question of an interview nor part of an answer."""

CLOSINGS: Final = re.compile(
    r"\b(?:good luck|best of luck|happy (?:coding|learning|interviewing|studying|hacking|hunting)"
    r"|hope (?:this|these|it|you) (?:helps?|guide|list|find|found|enjoy)"
    r"|let me know (?:if|in)|feel free to (?:ask|reach|contribut|open|contact|add|star|fork|submit)"
    r"|would you like|do you want me to|want me to"
    r"|if you (?:have any (?:\w+ )?questions|found this|want me|would like me|like this)"
    r"|these (?:are|were) (?:just |only )?(?:some|a few|the most common)"
    r"|that'?s (?:it|all)(?: for| folks|[.!])|thank(?:s| you) for (?:reading|watching|visiting)"
    r"|(?:contributions|pull requests|prs) (?:are )?(?:always )?welcome|star this repo"
    r"|удачи|успехов (?:на|в|вам|тебе)|надеюсь,? (?:это|эт[аи]|вам|тебе|статья|список)"
    r"|спасибо за (?:внимание|чтение|просмотр)|если (?:у вас|у тебя|остались) [\w ]{0,20}вопрос"
    r"|(?:mucha|buena|te deseo) suerte|espero que (?:te|les|os|esto|esta|estas)"
    r"|mucho éxito|gracias por leer|si tienes (?:alguna |más )?(?:dudas?|preguntas?)|boa sorte"
    r"|espero que (?:ajude|tenha)|viel (?:erfolg|glück))"
    r"|\b(?:open|send|submit|create|abre|envía|manda|присылайте|открывайте)\b"
    r".{0,40}(?:pull request|\bPR\b|\bissue)"
    r"|欢迎.{0,10}(?:pr\b|star|issue|补充|指正|提交|贡献)|点个 ?star"
    r"|祝(?:你|您|大家|各位)|希望(?:这|对|以上|本)|感谢(?:阅读|观看)|谢谢(?:阅读|观看)"
    r"|如果(?:你|您)?(?:还有|有其他|需要更多|觉得)|以上就是|未完待续",
    re.IGNORECASE,
)
"""How a document takes its leave below its last answer."""

TALK_ABOUT_THE_TALK: Final = re.compile(
    r"\b((speak|talk|go|bit|little|more|too) slow(ly|er)?|slow(ly|er)? (down|please)|^slower"
    r"|go(ing)? (so |too )?fast|repeat (it|that|this|again|please|the question|your)"
    r"|(you|please|to) repeat\W*$"
    r"|(another|small|simple|short|this) example|one (second|minute|moment)"
    r"|(two|few|couple of) minutes|wait a|hear me|continue with|next (one|question)"
    r"|say (that|it) again"
    r"|more questions|(ready|shall we) (to )?(start|begin|continue)|questions? for the"
    r"|interview questions?|(top|give me|list of) \d+ (\w+ ){0,2}questions|top \d+ questions"
    r"|помедленнее|(говори\w*|чуть|немного) медленнее|повтори(те)?|ещ[её] раз|минут[ку]|слышно"
    r"|продолжим"
    r"|следующ\w+ вопрос"
    r"|más despacio|más lento|repetir|repite|un momento|un minuto|otro ejemplo|siguiente pregunta"
    r"|me (oyes|escuchas)|seguimos|continuamos)\b"
    r"|慢一点|再说一遍|重复|等一下|稍等|下一题|下一个问题|听得到|继续吗|能听到",
    re.IGNORECASE,
)
"""A question about the conversation itself."""

CHAPTERS: Final = _listed(
    "chapter, section, part, round, unit, module, ticket, block, day, week, stage",
    "раздел, глава, часть, билет, тема, блок, модуль, урок, день, неделя, этап, раунд, розділ",
    "capítulo, sección, parte, tema, bloque, módulo, unidad, ronda, día, teil, kapitel",
)
"""What chapters are called where a number tells them apart."""

FILLERS: Final = _listed(
    "yeah, yes, no, ok, okay, oh, hey, hi, hello, well, so, um, uh, hmm, right, alright, wait",
    "sorry",
    "actually, and, but, understood, fine, sure, great, good, cool, thanks, thank you, see",
    "one question actually, i have a question, i see, got it, please, anyway, now, ah, mm",
    "uh-huh, mm-hm, mhm, mm-hmm, go on, i understood",
    "yes i understood, nice, perfect, interesting",
    "привет, здравствуйте, добрый день",
    "да, нет, ок, окей, хорошо, ну, так, ладно, понятно, ясно, слушай, слушайте, скажи",
    "скажите, а, и, угу, отлично",
    "ага, продолжай, продолжайте",
    "супер, спасибо, здорово, итак, смотри, смотрите, вот, значит, короче",
    "hola, buenas",
    "sí, si, no, vale, bueno, bien, ok, okay, claro, perfecto, entonces, pues, oye, mira",
    "a ver, ah, gracias",
    "ajá, sigue, continúa, muy bien, de acuerdo, genial, y",
    "继续, 好的, 好, 嗯, 那, 那么, 对, 是的, 明白了, 哦, 行, 可以",
    "呃, 啊, 嗯嗯, 不错, 很好",
)
"""What a speaker says before the question begins."""

SETTING_UP: Final = _listed(
    "see, suppose, imagine, let's say, for example, like for example, say, assume, consider",
    "допустим, предположим, представь, например, смотри, supongamos, imagina, por ejemplo",
    "digamos, 比如, 假设, 例如",
)
"""How a speaker opens the situation a question is about."""

REPHRASING: Final = _listed("like, i mean, то есть, o sea, es decir, 就是说, 也就是说")
"""How a speaker puts a question again in other words."""

CHECKS: Final = re.compile(
    r"(,?\s*(right|correct|isn't it|is that right|am i right|верно|правильно|да|так"
    r"|¿?verdad|¿?no|¿?cierto|对吧|对吗|是吧)|,\s*(okay|ok|alright|ладно|хорошо|¿?vale))"
    r"\s*[?？]\W*$",
    re.IGNORECASE,
)
"""The end of a question that only wants to hear yes."""

THANKS: Final = re.compile(r"\b(thank|спасибо|gracias|danke|obrigad)|谢", re.IGNORECASE)
"""The words that end an exchange."""

ASKING_BACK: Final = re.compile(
    r"\b((do|did) you mean|you mean|in general or|(вы|ты) име(ете|ешь) в виду|(вы|ты) про"
    r"|в целом или"
    r"|(te|se) refieres?|quieres? decir|en general o)\b|[你您](是指|指的是|是说)",
    re.IGNORECASE,
)
"""How somebody who was asked asks what is meant."""

LEVEL_WORDS: Final[dict[str, Level]] = {
    **dict.fromkeys(
        _listed(
            "junior, beginner, beginners, basic, basics, easy, fresher, freshers, entry",
            "entry-level",
            "fundamental, fundamentals, entry level, jr, novice, intro, начальный, базовые",
            "базовый, джуниор",
            "джун, легкий, лёгкий, простые, новичок, легко, basico, básico, básicas, básicos",
            "principiante",
            "fácil, fáciles, principiantes, facil, einfach, leicht, anfänger, grundlagen",
            "初级, 基础, 简单, 入门, 初阶, 🟢, 👶, ⭐, ★, 🌱, 🐣",
        ),
        Level.JUNIOR,
    ),
    **dict.fromkeys(
        _listed(
            "middle, mid, mid-level, intermediate, medium, moderate, midlevel, средний",
            "средние, мидл, средняя",
            "intermedio, intermedios, intermedia, intermedias, medio, media, mittel",
            "fortgeschrittene",
            "médio, média, intermediário, 中级, 中等, 进阶, 中阶, 🟡, ⭐⭐, ★★, 🟠",
        ),
        Level.MIDDLE,
    ),
    **dict.fromkeys(
        _listed(
            "senior, advanced, expert, hard, difficult, experienced, tricky, lead, staff, sr",
            "principal",
            "сеньор, продвинутые, продвинутый, сложные, сложный, сложно, эксперт, трудный",
            "avanzado, avanzados, avanzada, avanzadas, difícil, difíciles, experto, avançado",
            "avançadas",
            "schwer, schwierig, experte, 高级, 困难, 高阶, 专家, 资深, 难, 🔴, 🚀, ⭐⭐⭐, ★★★",
            "⭐⭐⭐⭐, ⭐⭐⭐⭐⭐",
        ),
        Level.SENIOR,
    ),
}
"""A stated difficulty, and who is usually asked so."""

LEVEL_LABELS: Final = _listed(
    "level, difficulty, difficulty level, complexity level, seniority, grade, target level",
    "уровень, сложность, грейд, nivel, dificultad, nível, dificuldade, niveau, schwierigkeit",
    "schwierigkeitsgrad, 难度, 级别, 等级, 难易度",
)

FIELD_LABELS: Final = LEVEL_LABELS | _listed(
    "tags, tag, topic, topics, category, categories, company, companies, asked in, asked at",
    "frequency",
    "source, importance, type, теги, тема, категория, этап, etiquetas, tema, categoría",
    "etiqueta, frecuencia",
    "标签, 分类, 频率, 来源, 公司, 考察点, 考点, 类型",
)
"""What a line about a question states, before its answer begins."""

COLUMN_NAMES: Final = {
    "question": _listed(
        "question, questions, q, interview question, вопрос, вопросы",
        "pregunta, preguntas, pergunta, perguntas, frage, fragen, 问题, 题目, 面试题, 问, 質問",
        "面试问题",
        "question title, питання, question text",
    ),
    "answer": _listed(
        "answer, answers, a, back, solution, response, definition, sample answer, explanation",
        "ответ, ответы, respuesta, respuestas, resposta, respostas, antwort, antworten, 答案",
        "回答",
        "参考答案, 答, 解答, 解析, model answer, оборотная сторона, reverso, відповідь",
        "key points, answer text",
    ),
    "topic": _listed(
        "topic, category, section, area, subject, deck, module, chapter, domain, tema, тема",
        "тег, теги, tag, tags, etiqueta, etiquetas",
        "категория",
        "раздел, categoría, sección, categoria, kategorie, thema, bereich, 分类, 主题, 类别",
        "模块, 知识点",
    ),
    "level": _listed(
        "level, difficulty, seniority, grade, уровень, сложность, nivel, dificultad, nível",
        "难度, 级别, 等级",
        "schwierigkeit, niveau, dificuldade",
    ),
    "front": _listed(
        "front, prompt, card, term, лицевая сторона, anverso, термин, término, 术语",
    ),
    "number": _listed(
        "#, no, no., nr, nr., number, id, s.no, s.no., sno, sl.no, №, n, n.º, nº, 序号, 编号",
        "sr. no., sr no",
    ),
}
"""What the head of a table calls its columns."""

BACK_SIGNS: Final = re.compile(
    "top|back|return|go to|jump|up|home|⬆|↥|🔝|↑|оглав|содерж|начал|списк|верх"
    "|volver|regresar|subir|ir a|voltar|oben|回到|返回"
)
"""What each way back contains: it is looked for before the costlier search."""

BACK_LINKS: Final = re.compile(
    r"(back|return|go|jump)\s+to\s+(the\s+)?(top|contents?|toc|table|index|start|menu|questions?)"
    r"|^\W*(top|up|home|⬆|↥|🔝|↑)\W*$|\[\W*(top|up)\W*\]"
    r"|(к|наверх|вернуться)\s+(к\s+)?(оглавлению|содержанию|началу|списку)|^\W*(наверх|вверх)\W*$"
    r"|(volver|regresar|subir|ir)\s+(a|al)\s+(\w+\s+)?(inicio|índice|indice|principio|arriba|tabla|contenido|menú)"
    r"|volver arriba|voltar ao (topo|início|índice)|nach oben|\bup to\b.*#"
    r"|回到(顶部|目录)|返回(顶部|目录|首页|上一级)",
    re.IGNORECASE,
)
"""A way back to the beginning of the page."""
