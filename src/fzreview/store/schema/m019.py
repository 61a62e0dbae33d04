"""What reviewers contest across figures that overlap, rulings in the view of the gold, strata of an audit."""

from __future__ import annotations

from typing import Final

_CONTESTED: Final = """create view contested as
    with several as (
        select report from verdicts where target in ('figure', 'section')
        group by report having count(distinct reviewer) > 1
    ), said as (
        select v.report, v.start, v."end", v.reviewer, f.origin,
            case when v.verdict = 'unsure' or v.verdict = 'wrong' and v.reason is not 'not_a_figure'
                    and (v.correction is null or f.origin = 'reviewer') then 'open'
                when v.verdict = 'wrong' and v.reason = 'not_a_figure' then 'none' else 'kept' end as says,
            iif(v.correction is null, f.start, json_extract(v.correction, '$.start')) as first,
            iif(v.correction is null, f."end", json_extract(v.correction, '$.end')) as last,
            iif(v.correction is null,
                json_array(f.value, f.upper, f.unit, f.kind, f.bound, f.subject),
                json_array(json_extract(v.correction, '$.value'), json_extract(v.correction, '$.upper'),
                    json_extract(v.correction, '$.unit'), json_extract(v.correction, '$.kind'),
                    json_extract(v.correction, '$.bound'), json_extract(v.correction, '$.subject'))
            ) as states,
            exists (select 1 from settlements s where s.report = v.report and s.start = v.start
                and s."end" = v."end" and s.state = 'adjudicated') as settled
        from verdicts v join figures f on f.report = v.report and f.start = v.start and f."end" = v."end"
        where v.target = 'figure' and v.verdict is not null and v.report in several
    ), pairs as (
        select a.report, a.start, a."end", a.says, a.reviewer, a.first, a.last, a.states,
            b.start as start_b, b."end" as end_b, b.says as says_b, b.reviewer as reviewer_b,
            b.first as first_b, b.last as last_b, b.states as states_b
        from said a join said b on b.report = a.report and b.reviewer <> a.reviewer
            and (b.start <> a.start or b."end" <> a."end")
            and a.first < b.last and b.first < a.last and not (a.settled and b.settled)
    )
    select report, start, "end" from pairs p where says = 'kept' and says_b = 'kept'
        and (first <> first_b or last <> last_b or states <> states_b)
        and not exists (select 1 from said c where c.report = p.report and c.says = 'kept'
            and (c.reviewer = p.reviewer_b and c.first = p.first and c.last = p.last and c.states = p.states
                or c.reviewer = p.reviewer and c.first = p.first_b and c.last = p.last_b
                    and c.states = p.states_b))
    union select report, start, "end" from pairs p where says = 'kept' and says_b = 'none'
        and not exists (select 1 from said c where c.report = p.report
            and (c.reviewer = p.reviewer_b and c.says = 'kept' and c.first = p.first and c.last = p.last
                    and c.states = p.states
                or c.reviewer = p.reviewer and c.says = 'none' and c.first < p.last and p.first < c.last))
    union select report, start_b, end_b from pairs p where says = 'kept' and says_b = 'none'
        and not exists (select 1 from said c where c.report = p.report
            and (c.reviewer = p.reviewer_b and c.says = 'kept' and c.first = p.first and c.last = p.last
                    and c.states = p.states
                or c.reviewer = p.reviewer and c.says = 'none' and c.first < p.last and p.first < c.last))
    union select report, start, "end" from pairs p where says_b = 'open'
        and not exists (select 1 from said c where c.report = p.report and c.reviewer = p.reviewer
            and c.start = p.start_b and c."end" = p.end_b)
    union select a.report, a.start, a."end" from said a
        where a.says = 'kept' and a.origin = 'reviewer' and not a.settled and exists (
            select 1 from verdicts d join sections s on s.report = d.report and s.start = d.start
                and s."end" = d."end"
            where d.report = a.report and d.target = 'section' and d.reviewer <> a.reviewer
                and s.start <= a.first and a.last <= s.until
                and not exists (select 1 from said c where c.report = a.report and c.reviewer = d.reviewer
                    and c.says = 'kept' and c.first = a.first and c.last = a.last))"""
"""Figures that answer one at another span, and those that somebody passed by who read their section: as
``domain.open_cases`` finds them, a few more where subjects of overlapping figures are merely worded
differently. What is contested at one span stands in ``settlements``."""

_SAID: Final = """(
        select w.report, w.start, w."end", w.reviewer, w.verdict, w.reason, w.reason_class, w.correction,
            w.comment, w.decided_at, 0 as ruled
        from verdicts w where w.target = 'figure' and not exists (select 1 from settlements s
            where s.report = w.report and s.start = w.start and s."end" = w."end"
            and s.state in ('conflict', 'adjudicated'))
        union all select s.report, s.start, s."end", a.reviewer, a.verdict, a.reason, a.reason_class,
            a.correction, a.comment, a.decided_at, 1
        from settlements s join adjudications a on a.entry = s.entry where s.state = 'adjudicated'
    )"""

_FIELDS: Final = ("start", "end", "surface", "text", "value", "upper", "unit", "kind", "bound", "subject")

_DECIDED: Final = ", ".join(
    f'iif(v.correction is null, f."{name}", json_extract(v.correction, \'$.{name}\')) as "{name}"'
    for name in _FIELDS
)

GOLD: Final = f"""create view gold as
    select *, case when value <> '' then cast(value as real) end as value_number from (
    select substr(r.sha256, 1, 12) || ':' || f.start || '-' || f."end" as key,
    r.doc, r.sha256, r.title, r.year, r.region, r.issuer, {_DECIDED}, f.section,
    case when v.reason = 'not_a_figure' and v.verdict = 'wrong' then 'rejected'
        when v.verdict = 'wrong' then 'corrected'
        when f.origin = 'reviewer' then 'added' else 'verified' end as decision,
    iif(f.origin = 'machine', f.value, json_extract(f.machine, '$.value')) as machine_value,
    v.reason, v.reason_class, v.reviewer, v.decided_at, v.comment,
    exists(select 1 from verdicts d join sections s on s.report = d.report and s.start = d.start
        and s."end" = d."end" where d.report = f.report and d.target = 'section'
        and (v.ruled or d.reviewer = v.reviewer)
        and s.start <= f.start and f."end" <= s.until) as context_complete,
    r.guide, f.extractor
    from {_SAID} v join figures f on f.report = v.report and f.start = v.start and f."end" = v."end"
    join reports r on r.id = f.report
    where (v.verdict = 'verified' or v.verdict = 'wrong'
        and (v.reason = 'not_a_figure' or f.origin = 'machine' and v.correction is not null))
    and (v.report, v.start, v."end") not in (select report, start, "end" from contested)
    and r.aside is null)"""

STATEMENTS: Final = (
    "alter table audits add column strata text",
    _CONTESTED,
    "drop view gold",
    GOLD,
)
