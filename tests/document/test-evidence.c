/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a front end shows beside an input: where its default comes from. */
#include "evidence.h"

#include "occupations.h"
#include "scenario-file.h"

#include <math.h>
#include <string.h>

static void
test_find (void)
{
  static const struct { const char *path; const char *label; const char *value; } table[] = {
    { "turns", "assumed", "5" },
    { "cache_warmth.5m", "measured", NULL },
    /* A list's entries are named by number, by id, or not at all. */
    { "tasks[].tool_result", "assumed", NULL },
    { "tasks[0].tool_result", "assumed", NULL },
    { "tasks[explore].tool_result", "assumed", NULL },
    { "tasks[fix].tool_result", "measured", NULL },
    { "tasks[fix].share", "published", NULL },
    { "team[7].hourly_wage", NULL, NULL },
    /* A half of a pair has the evidence of the pair. */
    { "expertise.novice.turns[1]", NULL, NULL },
    { "uncertainty.tasks[0]", "assumed", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      const OutlayEvidence *evidence = outlay_evidence_find (table[i].path);

      if (evidence == NULL)
        g_error ("%s: no evidence", table[i].path);
      g_assert_nonnull (evidence->value);
      g_assert_nonnull (evidence->label);
      g_assert_nonnull (evidence->source);
      if (table[i].label != NULL)
        g_assert_cmpstr (evidence->label, ==, table[i].label);
      if (table[i].value != NULL)
        g_assert_cmpstr (evidence->value, ==, table[i].value);
    }

  g_assert_null (outlay_evidence_find ("name"));
  g_assert_null (outlay_evidence_find ("no.such.input"));
  g_assert_null (outlay_evidence_find (""));
  g_assert_null (outlay_evidence_find ("tasks[fix"));
}

/* The blog's own figures wear no better label than it deserves. */
static void
test_labels (void)
{
  const OutlayEvidence *turns = outlay_evidence_find ("turns");

  g_assert_nonnull (strstr (turns->source, "blog"));
  g_assert_cmpstr (turns->label, ==, "assumed");
}

static const OutlayCostBand *
find_band (const char *id)
{
  guint n;
  const OutlayCostBand *bands = outlay_cost_bands_list (&n);

  for (guint i = 0; i < n; i++)
    if (strcmp (bands[i].id, id) == 0)
      return &bands[i];

  g_error ("no band %s", id);
}

/* The published costs per person that an estimate is shown beside. */
static void
test_bands (void)
{
  static const struct
  {
    const char *id;
    gboolean    per_day;
    double      low, high, median, mean, top_tenth;
  } table[] = {
    { "claude-code-day", TRUE, NAN, NAN, NAN, 13, 30 },
    { "claude-code-month", FALSE, 150, 250, NAN, NAN, NAN },
    { "claude-enterprise", FALSE, NAN, NAN, 40, 215, 500 },
    { "codex", FALSE, 100, 200, NAN, NAN, NAN },
    { "cursor-daily", FALSE, 60, 100, NAN, NAN, NAN },
    { "cursor-power", FALSE, 200, NAN, NAN, NAN, NAN },
  };
  guint n;

  outlay_cost_bands_list (&n);
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (table));
  for (guint i = 0; i < n; i++)
    {
      const OutlayCostBand *band = find_band (table[i].id);
      const double found[] = { band->low, band->high, band->median, band->mean,
                               band->top_tenth };
      const double expected[] = { table[i].low, table[i].high, table[i].median,
                                  table[i].mean, table[i].top_tenth };

      g_assert_cmpint (band->per_day, ==, table[i].per_day);
      for (guint j = 0; j < G_N_ELEMENTS (found); j++)
        if (isnan (expected[j]) ? !isnan (found[j]) : found[j] != expected[j])
          g_error ("%s: figure %u is %g", table[i].id, j, found[j]);
      g_assert_nonnull (band->name);
      g_assert_nonnull (band->label);
      g_assert_nonnull (band->source);
    }
}

/* Occupations have a wage that the format allows, and the defaults name one. */
static void
test_occupations (void)
{
  const OutlayRole *role = &outlay_scenario_get_defaults ()->team[0];
  gboolean found = FALSE;
  guint n;
  const OutlayOccupation *list = outlay_occupations_list (&n);

  g_assert_cmpuint (n, >=, 5);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpfloat (list[i].hourly_wage, >=, 0.01);
      g_assert_cmpfloat (list[i].hourly_wage, <=, 10000);
      g_assert_nonnull (list[i].name);
      g_assert_nonnull (list[i].source);
      if (strcmp (list[i].id, role->occupation) == 0)
        {
          g_assert_cmpfloat (list[i].hourly_wage, ==, role->hourly_wage);
          found = TRUE;
        }
    }
  g_assert_true (found);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/evidence/find", test_find);
  g_test_add_func ("/evidence/labels", test_labels);
  g_test_add_func ("/evidence/bands", test_bands);
  g_test_add_func ("/evidence/occupations", test_occupations);

  return g_test_run ();
}
