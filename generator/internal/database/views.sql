CREATE VIEW newest_periods AS
-- The newest released period of each plan as of which its rows are judged.
SELECT p.plan, p.period, p.name_vi AS period_vi, p.name_en AS period_en, p.cutoff, p.released
FROM periods AS p
WHERE p.released IS NOT NULL AND p.kind IS NOT 'baseline'
  AND NOT EXISTS (
    SELECT 1 FROM periods AS later
    WHERE later.plan = p.plan AND later.released IS NOT NULL AND later.kind IS NOT 'baseline' AND later.cutoff > p.cutoff
  );

CREATE VIEW latest_statuses AS
-- Each indicator with its status as of the newest period, in words, and what the status follows from.
SELECT s.plan, s.indicator, i.name_vi, i.name_en, i.short_vi, i.short_en, i.area, a.name_vi AS area_vi, a.name_en AS area_en,
  s.status, c.name_vi AS status_vi, c.name_en AS status_en, i.unit, s.value, s.reference, i.target_printed, s.target_value,
  s.progress, s.explanation_vi, s.explanation_en, s.period, n.period_vi, n.period_en, s.as_of
FROM newest_periods AS n
JOIN statuses AS s ON s.plan = n.plan AND s.period = n.period
JOIN indicators AS i ON i.plan = s.plan AND i.indicator = s.indicator
LEFT JOIN areas AS a ON a.plan = i.plan AND a.area = i.area
LEFT JOIN codes AS c ON c.list = 'status' AND c.code = s.status;

CREATE VIEW latest_tasks AS
-- Each task with its verdict as of the newest period, in words, and its deadline as it stood then.
SELECT r.plan, r.task, t.name_vi, t.name_en, t.short_vi, t.short_en, t.area, a.name_vi AS area_vi, a.name_en AS area_en, t.lead,
  (
    SELECT max(m.due) FROM milestones AS m
    WHERE m.plan = r.plan AND m.task = r.task AND (m.valid_from IS NULL OR m.valid_from <= r.as_of) AND NOT EXISTS (
      SELECT 1 FROM milestones AS moved
      WHERE moved.plan = m.plan AND moved.task = m.task AND moved.milestone = m.milestone
        AND moved.valid_from > coalesce(m.valid_from, '') AND moved.valid_from <= r.as_of
    )
  ) AS due,
  r.verdict, c.name_vi AS verdict_vi, c.name_en AS verdict_en, r.days_late, r.completed, r.document, r.document_url,
  r.explanation_vi, r.explanation_en, r.period, n.period_vi, n.period_en, r.as_of
FROM newest_periods AS n
JOIN task_reports AS r ON r.plan = n.plan AND r.period = n.period
JOIN tasks AS t ON t.plan = r.plan AND t.task = r.task
LEFT JOIN areas AS a ON a.plan = t.plan AND a.area = t.area
LEFT JOIN codes AS c ON c.list = 'verdict' AND c.code = r.verdict;

CREATE VIEW series AS
-- The figures of each indicator over time, with period and source. ORDER BY cutoff, reference gives their order.
SELECT o.plan, o.indicator, i.name_vi, i.name_en, o.breakdown, b.name_vi AS breakdown_vi, b.name_en AS breakdown_en,
  o.measure, o.reference, o.value, o.unit, o.rank, o.rank_of, o.tier, o.judged, o.data_status,
  o.period, p.name_vi AS period_vi, p.name_en AS period_en, p.cutoff, o.published, o.source, s.title AS source_title, o.source_url, o.quote,
  o.comparable, o.suppressed
FROM observations AS o
JOIN indicators AS i ON i.plan = o.plan AND i.indicator = o.indicator
JOIN periods AS p ON p.plan = o.plan AND p.period = o.period
LEFT JOIN breakdowns AS b ON b.plan = o.plan AND b.breakdown = o.breakdown
LEFT JOIN sources AS s ON s.plan = o.plan AND s.period = o.period AND s.source = o.source
WHERE o.reported;

CREATE VIEW status_counts AS
-- How many indicators of a plan have each status as of each period.
SELECT s.plan, s.period, s.as_of, s.status, c.name_vi AS status_vi, c.name_en AS status_en, count(*) AS n
FROM statuses AS s
LEFT JOIN codes AS c ON c.list = 'status' AND c.code = s.status
GROUP BY s.plan, s.period, s.status;

CREATE VIEW verdict_counts AS
-- How many tasks of a plan have each verdict as of each period.
SELECT r.plan, r.period, r.as_of, r.verdict, c.name_vi AS verdict_vi, c.name_en AS verdict_en, count(*) AS n
FROM task_reports AS r
LEFT JOIN codes AS c ON c.list = 'verdict' AND c.code = r.verdict
GROUP BY r.plan, r.period, r.verdict;

CREATE VIEW status_changes AS
-- Each indicator whose status is another than as of the period before.
SELECT plan, indicator, name_vi, name_en, period, as_of, status_before, status
FROM (
  SELECT s.plan, s.indicator, i.name_vi, i.name_en, s.period, s.as_of, s.status,
    lag(s.status) OVER (PARTITION BY s.plan, s.indicator ORDER BY s.as_of) AS status_before
  FROM statuses AS s
  JOIN indicators AS i ON i.plan = s.plan AND i.indicator = s.indicator
)
WHERE status_before <> status;

CREATE VIEW agency_statuses AS
-- Each agency with the indicators that it monitors or carries out, and their statuses as of the newest period.
SELECT l.agency, g.name_vi AS agency_vi, g.name_en AS agency_en, l.role, s.plan, s.indicator, s.name_vi, s.name_en,
  s.status, s.status_vi, s.status_en, s.period, s.as_of
FROM indicator_agencies AS l
JOIN agencies AS g ON g.agency = l.agency
JOIN latest_statuses AS s ON s.plan = l.plan AND s.indicator = l.indicator;

CREATE VIEW agency_tasks AS
-- Each agency with the tasks that it leads or takes part in, and their verdicts as of the newest period.
SELECT l.agency, g.name_vi AS agency_vi, g.name_en AS agency_en, l.role, t.plan, t.task, t.name_vi, t.name_en,
  t.due, t.verdict, t.verdict_vi, t.verdict_en, t.days_late, t.period, t.as_of
FROM task_agencies AS l
JOIN agencies AS g ON g.agency = l.agency
JOIN latest_tasks AS t ON t.plan = l.plan AND t.task = l.task;

CREATE VIEW overdue_tasks AS
-- The tasks that are overdue as of the newest period, with who leads them. In a plan that was compiled from public sources
-- nobody is said to be late, so it has none.
SELECT t.plan, t.task, t.name_vi, t.name_en, t.due, t.days_late, t.lead,
  (
    SELECT group_concat(name_vi, '; ') FROM (
      SELECT g.name_vi FROM task_agencies AS l JOIN agencies AS g ON g.agency = l.agency
      WHERE l.plan = t.plan AND l.task = t.task AND l.role = 'lead' ORDER BY l.position
    )
  ) AS lead_vi,
  (
    SELECT group_concat(name_en, '; ') FROM (
      SELECT coalesce(g.name_en, g.name_vi) AS name_en FROM task_agencies AS l JOIN agencies AS g ON g.agency = l.agency
      WHERE l.plan = t.plan AND l.task = t.task AND l.role = 'lead' ORDER BY l.position
    )
  ) AS lead_en,
  t.explanation_vi, t.explanation_en, t.period, t.as_of
FROM latest_tasks AS t
WHERE t.verdict = 'overdue';

CREATE VIEW revised_values AS
-- Each value that was published and then replaced or withdrawn, with the row's name and the period.
SELECT r.plan, r.indicator, r.task, coalesce(i.name_vi, t.name_vi) AS name_vi, coalesce(i.name_en, t.name_en) AS name_en,
  r.period, p.name_vi AS period_vi, p.name_en AS period_en, r.breakdown, r.reference, r.measure, r.field, r."from", r."to",
  r.first_released, r.revised, r.release, r.reason_vi, r.reason_en, r.milestone, r.comparable
FROM revisions AS r
LEFT JOIN indicators AS i ON i.plan = r.plan AND i.indicator = r.indicator
LEFT JOIN tasks AS t ON t.plan = r.plan AND t.task = r.task
LEFT JOIN periods AS p ON p.plan = r.plan AND p.period = r.period;

CREATE VIEW compliance_by_agency AS
-- How often an agency reported on time, late, in part or not at all, over the periods in which rows of it were due.
SELECT c.plan, c.agency, g.name_vi AS agency_vi, g.name_en AS agency_en, count(*) AS reports_due,
  count(*) FILTER (WHERE c.verdict = 'on_time') AS on_time, count(*) FILTER (WHERE c.verdict = 'late') AS late,
  count(*) FILTER (WHERE c.verdict = 'partial') AS partial, count(*) FILTER (WHERE c.verdict = 'missing') AS missing,
  max(c.days_late) AS most_days_late
FROM compliance AS c
JOIN agencies AS g ON g.agency = c.agency
GROUP BY c.plan, c.agency;
