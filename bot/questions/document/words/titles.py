"""What titles are called: contents, asides, chapters, and those that promise questions."""

from __future__ import annotations

import re
from typing import Final

from bot.questions.document.words.labels import PARTS_OF_ANSWERS
from bot.questions.document.words.listed import listed

CONTENTS_TITLES: Final = listed(
    "contents, table of contents, table of content, toc, index, overview of questions, menu",
    "list of questions, questions list, list of contents, quick links, navigation, jump to",
    "оглавление, содержание, навигация, список вопросов, зміст",
    "índice, indice, tabla de contenido, tabla de contenidos, contenido, contenidos, conteúdo",
    "sumário, inhaltsverzeichnis, inhalt, sommaire, 目录, 目錄, 大纲, 目次, 题目列表, 问题列表",
)

ASIDE_TITLES: Final = listed(
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
    "books, book list, recommended books, courses, podcasts, blogs, learning resources, книги",
    "курсы, подкасты, полезные книги, libros, cursos, 书籍, 书单, 推荐书籍, 课程推荐",
    "bibliografía, lecturas recomendadas, qué leer, 推荐阅读, 延伸阅读",
    "introducción, introduccion, conclusión, conclusion, contribuir, licencia, instalación",
    "recursos",
    "enlaces, contribuciones, cómo contribuir, autor, créditos, introdução, conclusão, licença",
    "einleitung, einführung, fazit, lizenz, mitwirken, 前言, 简介, 介绍, 引言, 结语, 后记",
    "参考, 参考资料, 贡献",
    "retrospective, lessons learned, what i learned, ретроспектива, retrospectiva, lecciones",
    "反问, 反问环节, 复盘, 总结反思, 反思, 心得, 感悟, 面试感受, 面试总结",
    "贡献者, 许可证, 许可, 联系方式, 关于, 说明, 致谢, 更新日志, 写在前面, 写在最后, 最后",
)
"""Titles of what is neither a question nor a topic of questions."""

_NAMES_OF_LANGUAGES: Final = listed(
    "english, español, spanish, русский, russian, українська, 中文, 简体中文, 繁體中文, 繁体中文",
    "中文版本, chinese, 日本語, japanese, 한국어, korean, português, portuguese, deutsch",
    "português brasileiro",
    "german, français, french, italiano, italian, polski, türkçe, tiếng việt, bahasa indonesia",
    "العربية, فارسی, हिन्दी, বাংলা, ไทย, shqip, bosanski, čeština, nederlands, svenska",
)
"""Links to translations bear them."""

NO_QUESTIONS: Final = PARTS_OF_ANSWERS | CONTENTS_TITLES | ASIDE_TITLES | _NAMES_OF_LANGUAGES
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
    "why this repo",
    "why this guide",
    "why this list",
    "why you should",
    "why should you",
    "зачем этот репоз",
    "зачем этот список",
    "para qué este repo",
    "por qué este repo",
    "为什么写这",
    "为什么做这",
    "как пользоваться",
    "cómo usar",
    "cómo utilizar",
    "如何使用本",
)
"""How titles open that speak of the document."""

SUBJECT_OF_INTERVIEWS: Final = listed(
    "interview, question, q&a, q & a, faq, quiz, flashcard, examination, exam prep, mock exam",
    "вопрос, собеседован, интервью, питання, співбесід, тест, экзамен, билет",
    "exam paper, past paper, exam #, final exam, midterm",
    "examen, cuestionario de, prueba escrita, parcial de",
    "pregunta, entrevista, pergunta, cuestionario, frage, vorstellungsgespräch",
    "面试, 面試, 题, 问答, 八股, 問, 面经, 質問, 면접, 질문",
)
"""What a title contains when its document asks questions."""

SUBJECT_OF_ANSWERS: Final = listed(
    "interview, questions and answers, questions & answers, q&a, q & a, flashcard, answers",
    "собеседован, интервью, вопросы, ответы, співбесід, питання",
    "entrevista, preguntas, perguntas, vorstellungsgespräch, fragen und antworten",
    "面试, 面試, 八股, 面经, 题库, 答案, 问答, 면접",
)
"""What a title contains when its document explains one subject after another for an interview."""

INTERVIEWS: Final = listed(
    "interview, собеседован, интервью, співбесід, entrevista, vorstellungsgespräch",
    "面试, 面試, 면접",
)
"""What a title contains that speaks of an interview."""

ANSWERS_ALONE: Final = SUBJECT_OF_ANSWERS - INTERVIEWS
"""What a title contains that speaks of answers, rather than of interviews as programs do, too."""

OF_QUESTIONS: Final = re.compile(
    r"questions\b|\bq ?(?:&|and) ?a\b|flashcard|\bexam\b|\bmidterm"
    r"|вопрос(?:ы|ов|ам)?\b|экзамен|билет|собеседовани|\bзач[её]т|питання|співбесід"
    r"|preguntas|\bexamen|cuestionario|perguntas|\bfragen\b|interviewfragen"
    r"|面试题|面試題|面经|面經|八股|试题|試題|题库|题目|题集|笔试|问题|考题|問題"
)
"""What a title says, in lower case, whose document holds questions and little else."""

QUESTIONS_ALONE: Final = re.compile(
    r"questions\b|\bq ?(?:&|and) ?a\b|вопрос(?:ы|ов)?\b|питання|preguntas|perguntas|\bfragen\b"
    r"|面试题|面試題|试题|笔试题|问题|考题|問題"
)
"""The same of a section, in a document about other things, too."""

ROUNDS: Final = re.compile(
    r"^\W*(?:round|interview) ?#?\d\b"
    r"|\b(?:first|second|third|final|phone|technical|hr) (?:round|interview)"
    r"|^\W*(?:раунд|собеседование) ?№?\d"
    r"|(?:первое|второе|третье|техническое) (?:собеседование|интервью)"
    r"|^\W*(?:ronda|entrevista) ?\d|(?:primera|segunda|tercera|última) (?:ronda|entrevista)"
    r"|[一二三四五终]面$|[一二三四五终]面\W|第[一二三四五]轮|技术面|主管面|hr ?面"
)
"""Titles of the rounds of an interview, in a diary of what was asked."""

GUIDANCE: Final = re.compile(
    r"\bhow to\b|\bhow (?:our|we|the|my|i)\b|\btips\b|\broadmap|\bguide to\b|\bcontribut"
    r"|(?:hiring|interview(?:ing)?) (?:process|journey|plan)|\bchecklist|\bagenda|\bresources\b"
    r"|\bawesome\b|\brules\b|\bopen questions\b|遗留问题"
    r"|\bbooks\b|\b(?:generator|scheduler|helper|tool|app|bot)\b"
    r"|как (?:подготовиться|пройти|отвечать|проводить|задавать)|совет(?:ы|ов)|ресурсы"
    r"|\bawesome\b|\brules\b|\bbooks\b|\b(?:generator|scheduler|helper|tool|app|bot)\b"
    r"|как (?:готовить(?:ся)?\b|подготовить(?:ся)?\b|пройти|отвечать|проводить|задавать)"
    r"|совет(?:ы|ов)|ресурсы"
    r"|\bmeeting|\bminutes of\b|\bschedule|\bsurvey|\bresults\b"
    r"|план подготовки|правила|для обсуждения|протокол|встреч|повестк|расписани|результат"
    r"|reuni[oó]n|\bacta\b|horario|resultados|会议|纪要|安排"
    r"|cómo (?:preparar|pasar|superar|responder|hacer)|consejos|recursos|hoja de ruta|normas"
    r"|如何(?:准备|回答|通过)|攻略|技巧|路线|资源|指南|培训|流程"
)
"""What a title says whose document tells how interviews go, rather than what is asked."""

ASKED: Final = listed(
    "questions, asked me, was asked, were asked, they asked, i was asked, got asked, i got",
    "вопрос, спросили, спрашивали, спрашивают, задавали, задали",
    "preguntas, preguntaron, preguntan, perguntas, perguntaram, fragen, gefragt",
    "问题, 面试题, 问了, 问到, 被问, 题目, 提问",
)
"""What a line contains that leads to a list of what was asked."""

TO_LEARN: Final = re.compile(
    r"\b(?:to|should|must) (?:review|revise|improve|study|brush up|work on|re-?read|learn)\b"
    r"|\b(?:повторить|подтянуть|подучить|доучить|перечитать|выучить|улучшить)\b"
    r"|\b(?:repasar|mejorar|estudiar|revisar|melhorar)\b|复习|改进|待提高|需要加强|补一补"
)
"""What a line says, in lower case, that leads to what somebody has yet to learn."""
COMPARISONS: Final = re.compile(
    r"(?<![\w.-])(?:vs\.?|versus|v/s)(?![\w-])|\bdifferences? (?:between|of|among)\b"
    r"|\bразниц|\bотличи[еяй]\b|\bразличи[еяй]\b|\bсравнение\b|\bпротив\b|\bвідмінн|\bрізниц"
    r"|\bdiferencias? (?:entre|de)\b|\bfrente a\b|\bdiferenças? entre\b|\bunterschiede? zwischen\b"
    r"|区别|區別|差异|差別|异同|对比|違い",
    re.IGNORECASE,
)
"""A title that tells two things apart."""

INSTRUCTIONS: Final = re.compile(
    r"(?:step|шаг|paso|schritt) ?\d|\w+ing (?:the|a|an|your|our|it|up|out|with|for|from|to)\b"
    r"|(?:install|create|add|set up|run|write|configure|getting|first|next)\w* "
    r"|(?:установ|устанавл|настро|настра|созда[её]|добав|запуск|запуст|пиш|подготов)\w* "
    r"|(?:instala|configura|crea|añad|agreg|prepara|ejecuta|primer)\w* "
    r"|(?:安装|搭建|配置|创建|新建|添加|准备|第.步|步骤)",
    re.IGNORECASE,
)
"""How titles open that lead through something to be done."""

PAIRS: Final = re.compile(
    r"[^\W_][\w.+#/-]*(?: [\w.+#/-]+)? (?:and|or|&|и|или|y|e|und) [\w.+#/-]+(?: [\w.+#/-]+)?"
    r"|[^\s、，,和与跟及][\w.+#()/ -]{1,13}[和与跟][\w.+#()/ -]{2,14}"
)
"""A title that names two terms side by side."""

PRODUCT_TITLES: Final = listed(
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

OF_MEETINGS: Final = listed(
    "attendees, participants, absent, apologies, invited, invitees, meeting records, agenda",
    "minutes, meeting notes, decisions, decisions made, key decisions, action items, action points",
    "actions, next steps, suggested next steps, open questions, open issues, open points, blockers",
    "участники, присутствовали, присутствующие, отсутствовали, повестка, повестка дня",
    "повестка встречи, принятые решения, решили, договорились, договорённости, договоренности",
    "поручения, открытые вопросы, следующие шаги, дальнейшие шаги, итоги встречи, план действий",
    "asistentes, participantes, ausentes, convocados, orden del día, decisiones, acuerdos",
    "decisiones tomadas, próximos pasos, siguientes pasos, preguntas abiertas, temas pendientes",
    "puntos abiertos, tareas pendientes, compromisos, decisões, próximos passos, pauta",
    "teilnehmer, tagesordnung, beschlüsse, nächste schritte, offene fragen, offene punkte",
    "参会人员, 参会人, 与会人员, 与会者, 出席人员, 缺席, 缺席人员, 议程, 会议议程, 议题, 决议",
    "会议决议, 决定, 行动项, 待办, 待办事项, 后续行动, 下一步, 下一步计划, 遗留问题, 待解决问题",
    "待确认问题, 未决问题, 开放问题",
)
"""Titles of minutes, which keep what was said and what is left to do, questions too."""

PRACTICE: Final = re.compile(
    r"leetcode|neetcode|hackerrank|codewars|codeforces|\bcoding (?:problems|challenges|exercises)"
    r"|\balgorithm(?:s|ic)? (?:problems|challenges|exercises)|задач|упражнени"
    r"|\bejercicios|\bproblemas de|\bexercícios|\baufgaben|力扣|剑指|算法|刷题|习题"
)
"""What a title says, in lower case, whose document is about tasks to practise on."""

COURSES: Final = re.compile(
    r"syllabus|curriculum|\bcourses?\b|\boutline\b|\btutorial|\bhandbook|\bbook\b|\bdocs\b"
    r"|\bdocumentation|\bmanual\b|программа|учебный план|план курса|\bкурс|учебник|руководство"
    r"|документация|plan de estudios|\bcursos?\b|\bmanual\b|\bguía del?\b|programación did"
    r"|大纲|课程|教程|手册|文档|教学"
)
"""What a title says, in lower case, whose document teaches or plans to."""

MEETINGS: Final = re.compile(
    r"\bmeetings?\b|\bminutes\b|\bstand-?up\b|\bsync\b|\bretro|\b1:1\b|\bone-on-one|\bweekly\b"
    r"|встреч|созвон|протокол|совещани|пл[аa]н[её]рк|ретро|летучк"
    r"|\breuni[oó]n|\bacta\b|\bretrospectiva|\bbesprechung|\bprotokoll\b"
    r"|会议|纪要|例会|周会|晨会|站会"
)
"""What a title says, in lower case, whose document is about a meeting."""

CHAPTERS: Final = listed(
    "chapter, section, part, round, unit, module, ticket, block, day, week, stage, lesson, lecture",
    "занятие, лекция, семинар, clase, lección, sesión",
    "раздел, глава, часть, билет, тема, блок, модуль, урок, день, неделя, этап, раунд, розділ",
    "capítulo, sección, parte, tema, bloque, módulo, unidad, ronda, día, teil, kapitel",
)
"""What chapters are called where a number tells them apart."""

TICKETS: Final = listed(
    "ticket, exam ticket, exam card, question card, билет, вариант, білет",
    "экзаменационный билет, билет экзаменационный, papeleta, boleto, prüfungskarte, 试卷",
)
"""What the sheets of an exam are called, each of which holds a few questions."""

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
