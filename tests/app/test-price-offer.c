/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A scenario keeps its own prices: newer ones are listed, taken only when that is
 * asked for, and change nothing but prices. Announced changes can be left out and
 * taken up again. */

#include "estimate.h"
#include "price-offer.h"
#include "catalogue.h"
#include "scenarios.h"

#include <locale.h>
#include <math.h>
#include <string.h>

#define CHANGE ", {\"from\": \"2027-02-01\", \"input\": 1.5, \"output\": 7.5}"

#define MODEL(input, more) \
  "{\"id\": \"acme/a\", \"vendor\": \"Acme\", \"name\": \"A\", \"class\": \"mid\"," \
  " \"prices\": [{\"from\": null, \"input\": " input ", \"output\": 15}" more "]," \
  " \"context_window\": 1000000, \"source\": \"a list, seen 2026-11-01\"}"

#define SCENARIO \
  "{\"start\": \"2026-12\", \"months\": 4," \
  " \"team\": [{\"name\": \"All\", \"people\": 3, \"expertise\": \"expert\"," \
  "             \"tasks_per_day\": 4, \"hourly_wage\": 50}]," \
  " \"options\": [{\"id\": \"a\", \"name\": \"A\", \"kind\": \"model\", \"model\": \"acme/a\"}]," \
  " \"prices\": {\"models\": [" MODEL ("3", CHANGE) "]}}"

static OutlayCatalogue *
read_book (const char *model,
           const char *seen)
{
  g_autofree char *text = g_strdup_printf ("{\"catalogue\": 1, \"date\": \"2026-11-22\", "
                                           "\"models\": [%s], \"plans\": []}", model);
  g_autoptr (OutlayProblems) problems = outlay_problems_new ("book");
  g_autoptr (GString) dated = g_string_new (text);
  g_autoptr (GBytes) bytes = NULL;
  OutlayCatalogue *book;

  g_string_replace (dated, "2026-11-01", seen, 0);
  bytes = g_bytes_new (dated->str, dated->len);
  book = outlay_catalogue_read (bytes, problems);
  g_assert_cmpuint (outlay_problems_get_n_total (problems), ==, 0);

  return book;
}

static guint
count_offered (const OutlayScenario *scenario,
               OutlayCatalogue      *book)
{
  g_autoptr (OutlayPriceOffer) offer =
    outlay_price_offer_new (scenario, outlay_catalogue_get_prices (book));

  g_assert_true (outlay_price_offer_is_empty (offer) ==
                 (offer->models->len + offer->plans->len == 0));

  return offer->models->len + offer->plans->len;
}

static double
get_cost (OutlayScenario *scenario)
{
  g_autoptr (OutlayEstimate) estimate = outlay_estimate_new (scenario);

  g_assert_no_error (estimate->options[0].error);

  return estimate->options[0].total[OUTLAY_FIGURE_COST];
}

static void
test_offers_what_differs (void)
{
  static const struct { const char *model; const char *seen; guint n; } cases[] = {
    { MODEL ("3", CHANGE), "2026-11-20", 0 },
    { MODEL ("4", CHANGE), "2026-11-20", 1 },
    { MODEL ("4", CHANGE), "2026-10-20", 0 }, /* the file's price was seen later */
    { MODEL ("4", CHANGE), "some day", 1 },
    { MODEL ("3", ""), "2026-11-20", 1 },
    /* A change after the last month changes nothing. */
    { MODEL ("3", CHANGE ", {\"from\": \"2027-04-01\", \"input\": 9, \"output\": 9}"),
      "2026-11-20", 0 },
    { MODEL ("3", CHANGE ", {\"from\": \"2027-03-01\", \"input\": 9, \"output\": 9}"),
      "2026-11-20", 1 },
    /* A price that is known now, where none was. */
    { MODEL ("3, \"cache_read\": 0.3", CHANGE), "2026-11-20", 1 },
  };
  g_autoptr (OutlayScenario) scenario = read_scenario (SCENARIO);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (OutlayCatalogue) book = read_book (cases[i].model, cases[i].seen);

      g_test_message ("case %u", i);
      g_assert_cmpuint (count_offered (scenario, book), ==, cases[i].n);
    }
}

static void
test_takes_prices_only (void)
{
  g_autoptr (OutlayScenario) scenario = read_scenario (SCENARIO);
  g_autoptr (OutlayScenario) draft = outlay_scenario_copy (scenario);
  g_autofree char *model = g_strdup (MODEL ("6", ""));
  g_autoptr (OutlayCatalogue) book = NULL;
  double before = get_cost (scenario);

  memcpy (strstr (model, "1000000"), "2000000", 7);
  book = read_book (model, "2026-11-20");
  outlay_draft_take_prices (draft, outlay_catalogue_get_prices (book));

  g_assert_cmpfloat (draft->prices.models[0].cards[0].base.input, ==, 6);
  g_assert_cmpuint (draft->prices.models[0].n_cards, ==, 1);
  g_assert_cmpfloat (draft->prices.models[0].context_window, ==, 1000000);
  g_assert_cmpstr (draft->prices.models[0].source, ==, "a list, seen 2026-11-20");
  g_assert_cmpfloat (get_cost (draft), >, before);
  g_assert_cmpuint (count_offered (draft, book), ==, 0);

  /* The scenario that it was made of is as it was. */
  g_assert_cmpfloat (scenario->prices.models[0].cards[0].base.input, ==, 3);
  g_assert_cmpfloat (get_cost (scenario), ==, before);
}

/* Without the change each month has the prices of the first, to the digit. */
static void
test_announced_changes_off_and_on (void)
{
  g_autoptr (OutlayScenario) scenario = read_scenario (SCENARIO);
  g_autoptr (OutlayScenario) off = outlay_scenario_copy (scenario);
  g_autoptr (OutlayScenario) on = NULL;
  g_autoptr (OutlayScenario) plain = NULL;
  g_autoptr (OutlayCatalogue) book = read_book (MODEL ("3", CHANGE), "2026-11-20");
  g_autoptr (GString) text = g_string_new (SCENARIO);

  g_string_replace (text, CHANGE, "", 0);
  plain = read_scenario (text->str);

  g_assert_cmpint (outlay_scenario_get_announced (scenario), ==, OUTLAY_ANNOUNCED_ON);
  g_assert_cmpint (outlay_scenario_get_announced (plain), ==, OUTLAY_ANNOUNCED_NONE);
  outlay_draft_leave_announced (off);
  g_assert_cmpint (outlay_scenario_get_announced (off), ==, OUTLAY_ANNOUNCED_OFF);
  g_assert_cmpfloat (get_cost (off), ==, get_cost (plain));
  g_assert_cmpfloat (get_cost (off), >, get_cost (scenario));
  g_assert_cmpstr (off->prices.models[0].source, ==,
                   "a list, seen 2026-11-01; announced changes left out");

  /* What the person left out is not offered as news. */
  g_assert_cmpuint (count_offered (off, book), ==, 0);

  on = outlay_scenario_copy (off);
  outlay_draft_restore_announced (on, outlay_catalogue_get_prices (book));
  g_assert_cmpint (outlay_scenario_get_announced (on), ==, OUTLAY_ANNOUNCED_ON);
  g_assert_cmpfloat (get_cost (on), ==, get_cost (scenario));
  g_assert_true (outlay_scenario_equal (on, scenario));
}

/* A newer price is taken without the changes that are left out. */
static void
test_takes_prices_without_changes (void)
{
  g_autoptr (OutlayScenario) scenario = read_scenario (SCENARIO);
  g_autoptr (OutlayScenario) draft = outlay_scenario_copy (scenario);
  g_autoptr (OutlayCatalogue) book = read_book (MODEL ("2", CHANGE), "2026-11-20");

  outlay_draft_leave_announced (draft);
  g_assert_cmpuint (count_offered (draft, book), ==, 1);
  outlay_draft_take_prices (draft, outlay_catalogue_get_prices (book));
  g_assert_cmpuint (draft->prices.models[0].n_cards, ==, 1);
  g_assert_cmpfloat (draft->prices.models[0].cards[0].base.input, ==, 2);
  g_assert_cmpint (outlay_scenario_get_announced (draft), ==, OUTLAY_ANNOUNCED_OFF);
  g_assert_cmpuint (count_offered (draft, book), ==, 0);
}

/* Plans */

#define PLAN(fee, as_of, more) \
  "{\"id\": \"acme/seat\", \"vendor\": \"Acme\", \"name\": \"Seat\", \"fee\": " fee "," \
  " \"allowance\": 100, \"as_of\": \"" as_of "\"" more "}"

static OutlayScenario *
read_plan_scenario (void)
{
  g_autoptr (GString) text = g_string_new (SCENARIO);

  g_string_replace (text, "\"kind\": \"model\"", "\"kind\": \"plan\", \"plan\": \"acme/seat\"", 1);
  g_string_replace (text, "\"months\": 4", "\"months\": 4, \"adoption\": {\"shape\": \"immediate\", "
                    "\"from\": 1, \"to\": 1, \"months\": 1}", 1);
  g_string_replace (text, "\"prices\": {", "\"prices\": {\"plans\": ["
                    PLAN ("20", "2026-11-01", "") "], ", 1);

  return read_scenario (text->str);
}

static OutlayCatalogue *
read_plan_book (const char *plan)
{
  g_autofree char *text = g_strdup_printf ("{\"catalogue\": 1, \"date\": \"2026-11-22\", "
                                           "\"models\": [], \"plans\": [%s]}", plan);
  g_autoptr (OutlayProblems) problems = outlay_problems_new ("book");
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  OutlayCatalogue *book = outlay_catalogue_read (bytes, problems);

  g_assert_cmpuint (outlay_problems_get_n_total (problems), ==, 0);

  return book;
}

static void
test_offers_plans (void)
{
  static const struct { const char *plan; guint n; } cases[] = {
    { PLAN ("20", "2026-11-20", ""), 0 },
    { PLAN ("25", "2026-11-20", ""), 1 },
    { PLAN ("25", "2026-10-20", ""), 0 }, /* the file's fee was seen later */
    { PLAN ("25", "", ""), 1 },
    { PLAN ("20", "2026-11-20", ", \"pooled\": true"), 1 },
    { PLAN ("20", "2026-11-20", ", \"min_seats\": 5"), 1 },
    { PLAN ("20", "2026-11-20", ", \"max_seats\": 5"), 1 },
    { PLAN ("20", "2026-11-20", ", \"overage\": \"stop\""), 1 },
    { PLAN ("20", "2026-11-20", ", \"allowance_note\": \"measured\""), 0 },
  };
  g_autoptr (OutlayScenario) scenario = read_plan_scenario ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (OutlayCatalogue) book = read_plan_book (cases[i].plan);

      g_test_message ("case %u", i);
      g_assert_cmpuint (count_offered (scenario, book), ==, cases[i].n);
    }
}

/* 3 seats, 4 months: $5 more each. */
static void
test_takes_plans (void)
{
  g_autoptr (OutlayScenario) scenario = read_plan_scenario ();
  g_autoptr (OutlayScenario) draft = outlay_scenario_copy (scenario);
  g_autoptr (OutlayCatalogue) book = read_plan_book (PLAN ("25", "2026-11-20", ""));

  outlay_draft_take_prices (draft, outlay_catalogue_get_prices (book));
  g_assert_cmpfloat_with_epsilon (get_cost (draft), get_cost (scenario) + 5 * 3 * 4, 1e-9);
  g_assert_cmpstr (draft->prices.plans[0].as_of, ==, "2026-11-20");
  g_assert_cmpuint (count_offered (draft, book), ==, 0);
  g_assert_cmpfloat (scenario->prices.plans[0].fee, ==, 20);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/price-offer/differs", test_offers_what_differs);
  g_test_add_func ("/price-offer/takes", test_takes_prices_only);
  g_test_add_func ("/price-offer/announced", test_announced_changes_off_and_on);
  g_test_add_func ("/price-offer/takes-without", test_takes_prices_without_changes);
  g_test_add_func ("/price-offer/plans", test_offers_plans);
  g_test_add_func ("/price-offer/takes-plans", test_takes_plans);

  return g_test_run ();
}
