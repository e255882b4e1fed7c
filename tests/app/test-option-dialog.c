/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialog that adds an option or edits one. */
#include "add-option-dialog.h"
#include "catalogue-list.h"
#include "model-menu.h"
#include "pane-test.h"

#include <adwaita.h>
#include <locale.h>

typedef struct
{
  OutlaySession *session;
  GtkWidget     *window; /* that dialogs stand before */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->session = open_example ("forty-people");
  fixture->window = show_in_window (gtk_label_new (NULL));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  let_run ();
  g_assert_finalize_object (fixture->session);
}

static OutlayScenario *
get_scenario (Fixture *fixture)
{
  return outlay_session_get_scenario (fixture->session);
}

static void
close_dialog (GtkWidget *dialog)
{
  g_object_ref (dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
  let_run ();
  g_assert_finalize_object (dialog);
}

static void
test_add (Fixture       *fixture,
                 gconstpointer  type)
{
  GtkWidget *dialog = outlay_add_option_dialog_present (fixture->window, fixture->session, NULL);
  GtkWidget *search = find_widget (dialog, GTK_TYPE_SEARCH_ENTRY, 0);

  let_run ();
  gtk_editable_set_text (GTK_EDITABLE (search), "gemini 3.8");
  g_usleep (250 * 1000);
  let_run ();
  g_assert_true (has_label (dialog, "1 of 60 models"));
  g_assert_true (has_label (dialog, "$18,318"));
  g_assert_true (has_label (dialog, "$2.25"));

  gtk_widget_activate_action (dialog, "dialog.done", NULL);
  let_run ();
  g_assert_cmpuint (get_scenario (fixture)->n_options, ==, 6);
  g_assert_cmpstr (get_scenario (fixture)->options[5].id, ==, "gemini-3-8-flash");
  g_assert_cmpstr (outlay_session_get_focus (fixture->session), ==, "gemini-3-8-flash");
  g_assert_cmpstr (outlay_session_get_undo_name (fixture->session), ==, "Add Gemini 3.8 Flash");
}

/* A plan works with its own vendor's model, here the one that is compared already,
 * until the person chooses another. */
static void
test_plan (Fixture       *fixture,
                  gconstpointer  type)
{
  static const struct
  {
    const char *plan;
    const char *model;
  } cases[] = {
    { "chatgpt plus", "openai/gpt-5.5" },
    { "claude team premium", "anthropic/claude-opus-4-8" },
  };
  GtkWidget *dialog = outlay_add_option_dialog_present (fixture->window, fixture->session, NULL);
  GtkWidget *list, *search, *menu;

  gtk_widget_activate_action (dialog, "dialog.kind", "s", "plan");
  let_run ();
  list = find_widget (dialog, OUTLAY_TYPE_CATALOGUE_LIST, 1);
  search = find_widget (list, GTK_TYPE_SEARCH_ENTRY, 0);
  menu = GTK_WIDGET (gtk_widget_get_template_child (dialog, OUTLAY_TYPE_ADD_OPTION_DIALOG,
                                                    "plan_model"));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (search), cases[i].plan);
      g_usleep (250 * 1000);
      let_run ();
      g_assert_cmpstr (outlay_catalogue_item_get_id (
                         gtk_drop_down_get_selected_item (GTK_DROP_DOWN (menu))), ==,
                       cases[i].model);
    }

  outlay_model_menu_select (GTK_DROP_DOWN (menu), "google/gemini-3.8-flash");
  gtk_editable_set_text (GTK_EDITABLE (search), "chatgpt plus");
  g_usleep (250 * 1000);
  let_run ();
  g_assert_cmpstr (outlay_catalogue_item_get_id (
                     gtk_drop_down_get_selected_item (GTK_DROP_DOWN (menu))), ==,
                   "google/gemini-3.8-flash");
  close_dialog (dialog);
}

static void
test_edit (Fixture       *fixture,
                  gconstpointer  type)
{
  GtkWidget *dialog = outlay_add_option_dialog_present (fixture->window, fixture->session, "max");

  let_run ();
  g_assert_true (has_label (dialog, "$24,374"));

  /* Nothing was changed, so that there is nothing to undo. */
  gtk_widget_activate_action (dialog, "dialog.done", NULL);
  let_run ();
  g_assert_null (outlay_session_get_undo_name (fixture->session));
}

static void
test_routing (Fixture       *fixture,
                     gconstpointer  type)
{
  GtkWidget *dialog;

  dialog = outlay_add_option_dialog_present (fixture->window, fixture->session, "governed");
  let_run ();
  g_assert_true (has_label (dialog, "$32,393"));
  gtk_widget_activate_action (dialog, "dialog.done", NULL);
  let_run ();
  g_assert_null (outlay_session_get_undo_name (fixture->session));

  dialog = outlay_add_option_dialog_present (fixture->window, fixture->session, NULL);
  gtk_widget_activate_action (dialog, "dialog.kind", "s", "routing");
  let_run ();
  g_assert_true (has_label (dialog, "On this work"));
  close_dialog (dialog);
}

#define ADD(name, function) \
  g_test_add ("/app/option-dialog/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");
  adw_init ();

  ADD ("add", test_add);
  ADD ("plan", test_plan);
  ADD ("edit", test_edit);
  ADD ("routing", test_routing);

  return g_test_run ();
}
