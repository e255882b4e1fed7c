/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The price book: lists are taken in and what came of it is said, the list shows
 * whose price is taken, and the details where sources differ. */

#include "catalogue-list.h"
#include "pane-test.h"
#include "price-details.h"
#include "price-list.h"
#include "price-window-import.h"
#include "refusals.h"

#include <locale.h>
#include <string.h>

typedef struct
{
  PriceFolder        prices;
  OutlaySession     *session;
  OutlayPriceWindow *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  price_folder_init (&fixture->prices);
  fixture->session = open_example ("forty-people");
  fixture->window = outlay_price_window_new (NULL, fixture->session, fixture->prices.shelf);
  gtk_window_present (GTK_WINDOW (fixture->window));
  let_run ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  wait_for_shelf (fixture->prices.shelf);
  g_object_ref (fixture->window);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  let_run ();
  g_assert_finalize_object (fixture->window);
  g_assert_finalize_object (fixture->session);
  price_folder_clear (&fixture->prices);
}

static OutlayCatalogueList *
get_list (Fixture *fixture)
{
  return OUTLAY_CATALOGUE_LIST (find_widget (GTK_WIDGET (fixture->window),
                                             OUTLAY_TYPE_CATALOGUE_LIST, 0));
}

static GtkWidget *
get_details (Fixture *fixture)
{
  return find_widget (GTK_WIDGET (fixture->window), OUTLAY_TYPE_PRICE_DETAILS, 0);
}

static OutlayCatalogueItem *
select_model (Fixture    *fixture,
              const char *id)
{
  OutlayCatalogueItem *item;

  outlay_catalogue_list_select (get_list (fixture), id);
  let_run ();
  item = outlay_catalogue_list_get_selected (get_list (fixture));
  g_assert_cmpstr (outlay_catalogue_item_get_id (item), ==, id);

  return item;
}

static const char *
get_news (Fixture *fixture)
{
  GtkWidget *bar = find_widget (GTK_WIDGET (fixture->window), GTK_TYPE_INFO_BAR, 0);

  if (!gtk_info_bar_get_revealed (GTK_INFO_BAR (bar)))
    return NULL;

  return gtk_label_get_label (GTK_LABEL (find_widget (bar, GTK_TYPE_LABEL, 0)));
}

static void
import_in_window (Fixture    *fixture,
                  const char *text)
{
  g_autoptr (GFile) file = price_folder_write (&fixture->prices, text);

  outlay_price_window_import (fixture->window, file);
  wait_for_shelf (fixture->prices.shelf);
  let_run ();
}

static guint
count_models (Fixture *fixture)
{
  return outlay_catalogue_get_prices (
           outlay_price_shelf_get_catalogue (fixture->prices.shelf))->n_models;
}

static guint
count_rows (Fixture *fixture)
{
  GtkWidget *view = find_widget (GTK_WIDGET (get_list (fixture)), GTK_TYPE_COLUMN_VIEW, 0);

  return g_list_model_get_n_items (
           G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (view))));
}

static void
test_shows_the_shipped_catalogue (Fixture       *fixture,
                                  gconstpointer  data)
{
  const OutlayPrices *shipped = outlay_catalogue_get_prices (outlay_catalogue_get_default ());

  g_assert_cmpuint (count_rows (fixture), ==, shipped->n_models);
  g_assert_null (get_news (fixture));
  select_model (fixture, "deepseek/deepseek-v4-pro");
  g_assert_true (has_label (get_details (fixture), "Shipped catalogue"));
  g_assert_true (has_label (get_details (fixture), "$0.66"));
}

static void
test_import_says_what_it_took (Fixture       *fixture,
                               gconstpointer  data)
{
  guint n_before = count_rows (fixture);

  import_in_window (fixture, PRICE_LIST);
  g_assert_cmpstr (get_news (fixture), ==,
                   "LiteLLM: the prices of 3 of 7 rows were taken. Left out: 1 is no model, "
                   "1 answers no text, 1 has no price, 1 has a price of 0 that is not called "
                   "free. 1 model is free.");

  /* One of the three has been there. */
  g_assert_cmpuint (count_rows (fixture), ==, n_before + 2);
  g_assert_cmpuint (count_rows (fixture), ==, count_models (fixture));
}

static void
test_refuses_what_is_no_list (Fixture       *fixture,
                              gconstpointer  data)
{
  static const char * const texts[] = { "", "{}", "[1, 2", "{\"a\": {\"b\": 1}}", "\"text\"" };

  import_in_window (fixture, PRICE_LIST);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      guint n_before = count_models (fixture);

      import_in_window (fixture, texts[i]);
      g_test_message ("%s: %s", texts[i], get_news (fixture));
      g_assert_nonnull (strstr (get_news (fixture), "“some-file” was not taken in"));
      g_assert_null (strstr (get_news (fixture), "(top)"));
      g_assert_cmpuint (count_models (fixture), ==, n_before);
    }
}

static void
test_free_and_missing (Fixture       *fixture,
                       gconstpointer  data)
{
  import_in_window (fixture, PRICE_LIST);

  select_model (fixture, "acme/gift:free");
  g_assert_true (has_label (get_details (fixture), "free"));
  g_assert_false (has_label (get_details (fixture), "$0.00"));

  select_model (fixture, "acme/parrot");
  g_assert_true (has_label (get_details (fixture), "–"));
  g_assert_false (has_label (get_details (fixture), "free"));
  g_assert_false (has_label (get_details (fixture), "$0.00"));
}

static void
test_differences_and_choice (Fixture       *fixture,
                             gconstpointer  data)
{
  OutlayCatalogueItem *item;
  g_autoptr (OutlayPriceShelf) other = NULL;
  GtkWidget *check;

  import_in_window (fixture, PRICE_LIST);
  item = select_model (fixture, "deepseek/deepseek-v4-pro");
  g_assert_true (outlay_catalogue_item_get_disputed (item));
  g_assert_cmpstr (outlay_catalogue_item_get_book (item), ==, "shipped");
  g_assert_true (has_label (get_details (fixture),
                            "Input: $0.66 since 17 Aug 2026 here (Shipped catalogue), $0.90 "
                            "there (LiteLLM)\n"
                            "Output: $1.98 since 17 Aug 2026 here (Shipped catalogue), $1.80 "
                            "there (LiteLLM)"));

  /* As the book has it, shipped, LiteLLM. */
  check = find_widget (get_details (fixture), GTK_TYPE_CHECK_BUTTON, 0);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  check = find_widget (get_details (fixture), GTK_TYPE_CHECK_BUTTON, 2);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  let_run ();

  item = outlay_catalogue_list_get_selected (get_list (fixture));
  g_assert_cmpstr (outlay_catalogue_item_get_id (item), ==, "deepseek/deepseek-v4-pro");
  g_assert_cmpstr (outlay_catalogue_item_get_book (item), ==, "litellm");
  g_assert_cmpfloat (outlay_catalogue_item_get_card (item)->base.input, ==, 0.9);

  /* It is kept. */
  other = outlay_price_shelf_new (fixture->prices.folder);
  g_assert_cmpstr (outlay_price_book_get_choice (outlay_price_shelf_get_book (other),
                                                 "deepseek/deepseek-v4-pro"), ==, "litellm");

  check = find_widget (get_details (fixture), GTK_TYPE_CHECK_BUTTON, 0);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  let_run ();
  item = outlay_catalogue_list_get_selected (get_list (fixture));
  g_assert_cmpstr (outlay_catalogue_item_get_book (item), ==, "shipped");
}

static void
select_mark (Fixture *fixture,
             guint    mark)
{
  GtkWidget *menu = find_widget (GTK_WIDGET (get_list (fixture)), GTK_TYPE_DROP_DOWN, 1);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (menu), mark);
  let_run ();
}

static void
test_filters (Fixture       *fixture,
              gconstpointer  data)
{
  OutlayCatalogueItem *item;

  import_in_window (fixture, PRICE_LIST);
  select_mark (fixture, OUTLAY_MARK_DISPUTED);
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  select_mark (fixture, OUTLAY_MARK_FREE);
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  item = outlay_catalogue_list_get_selected (get_list (fixture));
  g_assert_cmpstr (outlay_catalogue_item_get_id (item), ==, "acme/gift:free");
  select_mark (fixture, OUTLAY_MARK_OWN);
  g_assert_cmpuint (count_rows (fixture), ==, 0);
  select_mark (fixture, OUTLAY_MARK_ALL);
  g_assert_cmpuint (count_rows (fixture), ==, count_models (fixture));
}

static void
show_work (Fixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "book.view", "s", "work");
  while (outlay_catalogue_list_get_selected (get_list (fixture)) == NULL ||
         outlay_catalogue_item_get_ranked (
           outlay_catalogue_list_get_selected (get_list (fixture))) == NULL)
    g_main_context_iteration (NULL, TRUE);
  let_run ();
}

static OutlayCatalogueItem *
get_row (Fixture *fixture,
         guint    row)
{
  GtkWidget *view = find_widget (GTK_WIDGET (get_list (fixture)), GTK_TYPE_COLUMN_VIEW, 0);
  GtkSelectionModel *model = gtk_column_view_get_model (GTK_COLUMN_VIEW (view));
  g_autoptr (OutlayCatalogueItem) item = g_list_model_get_item (G_LIST_MODEL (model), row);

  return item;
}

/* The figures are those of an estimate, and stand in their order. */
static void
test_ranks_on_the_work (Fixture       *fixture,
                        gconstpointer  data)
{
  OutlayEstimate *estimate;
  guint n_compared = 0;
  double before = 0;

  import_in_window (fixture, PRICE_LIST);
  wait_for_estimate (fixture->session);
  estimate = outlay_session_get_estimate (fixture->session);
  show_work (fixture);
  g_assert_cmpuint (count_rows (fixture), ==, count_models (fixture));

  for (guint row = 0; row < count_rows (fixture); row++)
    {
      OutlayCatalogueItem *item = get_row (fixture, row);
      const OutlayRanked *ranked = outlay_catalogue_item_get_ranked (item);

      if (ranked->error == NULL)
        {
          g_assert_cmpfloat (ranked->cost_per_accepted, >=, before);
          before = ranked->cost_per_accepted;
        }
      for (guint i = 0; i < estimate->n_options; i++)
        if (estimate->options[i].option->kind == OUTLAY_OPTION_MODEL &&
            g_str_equal (estimate->options[i].option->model, ranked->model->id))
          {
            g_assert_cmpfloat_with_epsilon (ranked->cost,
                                            estimate->options[i].total[OUTLAY_FIGURE_COST], 1e-6);
            g_assert_null (outlay_catalogue_item_get_book (item));
            n_compared++;
          }
    }
  g_assert_cmpuint (n_compared, >=, 3);
}

/* What does not fit says why, and cannot be added. */
static void
test_ranking_refuses (Fixture       *fixture,
                      gconstpointer  data)
{
  const OutlayRanked *ranked;
  g_autofree char *words = NULL;

  import_in_window (fixture,
                    "{\"acme/small\": {\"litellm_provider\": \"acme\", \"mode\": \"chat\","
                    " \"max_input_tokens\": 4000, \"input_cost_per_token\": 1e-6,"
                    " \"output_cost_per_token\": 1e-6}}");
  show_work (fixture);
  ranked = outlay_catalogue_item_get_ranked (select_model (fixture, "acme/small"));
  g_assert_nonnull (ranked->error);
  words = outlay_ranked_describe_refusal (ranked);
  g_assert_true (has_label (get_details (fixture), words));
  g_assert_true (has_label (GTK_WIDGET (get_list (fixture)), "–"));
}

static void
test_adds_an_option (Fixture       *fixture,
                     gconstpointer  data)
{
  guint n = outlay_session_get_scenario (fixture->session)->n_options;
  OutlayScenario *scenario;

  import_in_window (fixture, PRICE_LIST);
  show_work (fixture);
  select_model (fixture, "acme/parrot");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "book.add-option", NULL);
  let_run ();

  scenario = outlay_session_get_scenario (fixture->session);
  g_assert_cmpuint (scenario->n_options, ==, n + 1);
  g_assert_cmpstr (scenario->options[n].model, ==, "acme/parrot");
  g_assert_cmpstr (outlay_session_get_focus (fixture->session), ==, scenario->options[n].id);
  g_assert_nonnull (outlay_prices_find_model (&scenario->prices, "acme/parrot"));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "book.undo", NULL);
  g_assert_cmpuint (outlay_session_get_scenario (fixture->session)->n_options, ==, n);

  /* Undone it is, and no other edit with it, before or after. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "book.add-option", NULL);
  outlay_session_set_number (fixture->session, "turns", 7, "Turns", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "book.undo", NULL);
  g_assert_cmpfloat (get_number (fixture->session, "turns"), ==, 7);
  outlay_session_undo (fixture->session);
  outlay_session_undo (fixture->session);
  outlay_session_set_number (fixture->session, "turns", 8, "Turns", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "book.undo", NULL);
  g_assert_cmpfloat (get_number (fixture->session, "turns"), ==, 8);
  let_run ();
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  gtk_test_init (&argc, &argv);
  adw_init ();

#define ADD(name, test) g_test_add ("/price-window/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("shipped", test_shows_the_shipped_catalogue);
  ADD ("import", test_import_says_what_it_took);
  ADD ("refused", test_refuses_what_is_no_list);
  ADD ("free", test_free_and_missing);
  ADD ("differences", test_differences_and_choice);
  ADD ("filters", test_filters);

  ADD ("ranking", test_ranks_on_the_work);
  ADD ("ranking-refuses", test_ranking_refuses);
  ADD ("adds", test_adds_an_option);

  return g_test_run ();
}
