/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which models of an option are not the newest. */
#include "model-words.h"
#include "scenario-file.h"

#include <locale.h>

/* In the order of the example's options. */
static const char * const texts[] = {
  "Claude Opus 4.8 · superseded",
  "Claude Sonnet 4.6 · superseded",
  "GPT-5.5 · superseded",
  "Governed routing\nClaude Sonnet 4.6 · superseded\nClaude Opus 4.8 · superseded",
  "Claude Max 5x\nClaude Opus 4.8 · superseded",
};

static void
test_options (void)
{
  g_autoptr (GBytes) bytes = outlay_examples_get ("forty-people");
  g_autoptr (OutlayProblems) problems = outlay_problems_new ("forty-people");
  g_autoptr (OutlayScenario) scenario =
    outlay_scenario_read (bytes, outlay_catalogue_get_default (), problems);

  g_assert_cmpuint (scenario->n_options, ==, G_N_ELEMENTS (texts));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = outlay_option_describe_models (&scenario->options[i], scenario);

      g_assert_cmpstr (text, ==, texts[i]);
    }
}

static void
test_status (void)
{
  static const struct
  {
    const char *status;
    const char *text;
  } models[] = {
    { "current", "Name" }, { NULL, "Name" }, { "superseded", "Name · superseded" },
    { "deprecated", "Name · deprecated" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (models); i++)
    {
      OutlayModel model = { .status = (char *) models[i].status };
      g_autofree char *text = outlay_model_mark_status (&model, "Name");

      g_assert_cmpstr (text, ==, models[i].text);
    }
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/model-words/options", test_options);
  g_test_add_func ("/report/model-words/status", test_status);

  return g_test_run ();
}
