/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The captions of a presentation. */
#include "paths.h"
#include "present-words.h"
#include "scenario-file.h"

#include <locale.h>

static OutlayEstimate *
estimate_example (const char *path,
                  double      value)
{
  g_autoptr (GBytes) bytes = outlay_examples_get ("forty-people");
  g_autoptr (OutlayProblems) problems = outlay_problems_new ("forty-people");
  g_autoptr (OutlayScenario) scenario =
    outlay_scenario_read (bytes, outlay_catalogue_get_default (), problems);
  g_autoptr (OutlayScenario) changed = NULL;

  if (path == NULL)
    return outlay_estimate_new (scenario);

  changed = outlay_scenario_set_number (scenario, path, value, NULL);
  g_assert_nonnull (changed);

  return outlay_estimate_new (changed);
}

typedef struct
{
  const char          *what;
  guint                month;
  gboolean             cumulative;
  OutlayPresentChange  change;
  guint                option;  /* of the toggle */
  guint                hidden;  /* a bit for each option */
  guint                focus;
  const char          *caption;
} Case;

/* Amounts are sums and differences of the months that outlay-cli estimates. */
static const Case cases[] = {
  { "against the dearest", 4, FALSE, OUTLAY_PRESENT_REVEAL, 0, 0, 3,
    "By April, Governed routing costs $21,440 less than Claude Opus 4.8" },
  { "the dearest against the cheapest", 4, FALSE, OUTLAY_PRESENT_REVEAL, 0, 0, 0,
    "By April, Claude Opus 4.8 costs $27,412 more than Claude Max 5x" },
  { "goes over", 2, FALSE, OUTLAY_PRESENT_REVEAL, 0, 0, 3,
    "In February, Claude Opus 4.8 goes over the budget by $1,576" },
  { "who goes over is hidden", 2, FALSE, OUTLAY_PRESENT_REVEAL, 0, 1, 4,
    "By February, Claude Max 5x costs $8,186 less than GPT-5.5" },
  { "sums cross the budget's line later", 2, TRUE, OUTLAY_PRESENT_REVEAL, 0, 0, 3,
    "By February, Governed routing costs $9,920 less than Claude Opus 4.8" },
  { "alone", 4, FALSE, OUTLAY_PRESENT_REVEAL, 0, 0x1e, 0,
    "By April, Claude Opus 4.8 costs $43,471" },
  { "all hidden", 4, FALSE, OUTLAY_PRESENT_REVEAL, 0, 0x1f, 0,
    "All options are hidden" },
  { "shown", 4, FALSE, OUTLAY_PRESENT_TOGGLE, 4, 0, 3,
    "By April, Claude Max 5x costs $27,412 less than Claude Opus 4.8" },
  { "hidden", 4, FALSE, OUTLAY_PRESENT_TOGGLE, 2, 4, 3,
    "GPT-5.5 is set aside: $33,352 by April" },
};

static void
look (const Case         *one,
      OutlayPresentScene *scene,
      OutlayOptionLook   *looks)
{
  for (guint i = 0; i < scene->estimate->n_options; i++)
    {
      looks[i].hidden = (one->hidden >> i & 1) != 0;
      looks[i].focus = i == one->focus;
    }
  scene->looks = looks;
  scene->month = one->month;
  scene->cumulative = one->cumulative;
  scene->change = one->change;
  scene->option = one->option;
}

static void
test_cases (void)
{
  g_autoptr (OutlayEstimate) estimate = estimate_example (NULL, 0);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      OutlayOptionLook looks[8] = { { 0 } };
      OutlayPresentScene scene = { .estimate = estimate };
      g_autofree char *caption = NULL;

      look (&cases[i], &scene, looks);
      caption = outlay_present_caption (&scene);
      g_test_message ("%s: %s", cases[i].what, caption);
      g_assert_cmpstr (caption, ==, cases[i].caption);
    }
}

static void
test_edit (void)
{
  g_autoptr (OutlayEstimate) before = estimate_example (NULL, 0);
  g_autoptr (OutlayEstimate) after = estimate_example ("turns", 6);
  OutlayOptionLook looks[8] = { { .focus = TRUE } };
  OutlayPresentScene scene = { .estimate = after, .looks = looks, .month = 6,
                               .change = OUTLAY_PRESENT_EDIT, .before = before,
                               .edit = "Turns" };
  double more = after->options[0].total[OUTLAY_FIGURE_COST] -
                before->options[0].total[OUTLAY_FIGURE_COST];
  g_autofree char *there = outlay_present_caption (&scene);
  g_autofree char *back = NULL;
  g_autofree char *same = NULL;
  g_autofree char *end = g_strdup_printf ("%02d more than before",
                                          (int) (more + 0.5) % 100);

  g_assert_true (g_str_has_prefix (there, "Turns: by June, Claude Opus 4.8 costs $"));
  g_assert_true (g_str_has_suffix (there, end));

  scene.estimate = before;
  scene.before = after;
  back = outlay_present_caption (&scene);
  g_assert_true (g_str_has_suffix (back, " less than before"));

  scene.before = before;
  same = outlay_present_caption (&scene);
  g_assert_cmpstr (same, ==, "Turns: by June, Claude Opus 4.8 costs as before");
}

static void
test_subtitle (void)
{
  g_autoptr (OutlayEstimate) estimate = estimate_example (NULL, 0);
  OutlayOptionLook looks[8] = { { 0 } };
  OutlayPresentScene scene = { .estimate = estimate, .looks = looks, .month = 4 };
  g_autofree char *monthly = outlay_present_subtitle (&scene);
  g_autofree char *over = NULL;
  g_autofree char *summed = NULL;

  g_assert_cmpstr (monthly, ==, "Forty people, seven months · month 5 of 7 · US dollars a month · "
                                "the heading adds up the months so far");

  /* The heading tells that the month goes over the budget. */
  scene.month = 2;
  over = outlay_present_subtitle (&scene);
  g_assert_cmpstr (over, ==, "Forty people, seven months · month 3 of 7 · US dollars a month");

  scene.month = 4;
  scene.cumulative = TRUE;
  summed = outlay_present_subtitle (&scene);
  g_assert_cmpstr (summed, ==, "Forty people, seven months · month 5 of 7 · "
                               "US dollars since the first month");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");

  g_test_add_func ("/report/present/cases", test_cases);
  g_test_add_func ("/report/present/edit", test_edit);
  g_test_add_func ("/report/present/subtitle", test_subtitle);

  return g_test_run ();
}
