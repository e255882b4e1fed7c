/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A steady label asks for another layout only where it needs more room, and for less only
 * after a while. */
#include "pane-test.h"
#include "widgets/steady-label.h"

#include <adwaita.h>
#include <locale.h>

static guint n_measured;

/* The parent of the label: GTK measures it anew where the label asks it to. */
static void
measure (GtkWidget      *widget,
         GtkOrientation  orientation,
         int             for_size,
         int            *minimum,
         int            *natural,
         int            *minimum_baseline,
         int            *natural_baseline)
{
  n_measured++;
  gtk_widget_measure (gtk_widget_get_first_child (widget), orientation, for_size,
                      minimum, natural, NULL, NULL);
}

static void
allocate (GtkWidget *widget,
          int        width,
          int        height,
          int        baseline)
{
  gtk_widget_allocate (gtk_widget_get_first_child (widget), width, height, baseline, NULL);
}

static OutlaySteadyLabel *
show_label (GtkWidget  **window,
            int          lines,
            const char  *text)
{
  OutlaySteadyLabel *label = g_object_new (OUTLAY_TYPE_STEADY_LABEL, "lines", lines,
                                           "label", text, NULL);
  GtkWidget *parent = adw_bin_new ();

  gtk_widget_set_layout_manager (parent, gtk_custom_layout_new (NULL, measure, allocate));
  adw_bin_set_child (ADW_BIN (parent), GTK_WIDGET (label));
  *window = show_in_window (parent);
  let_run ();

  return label;
}

/* Returns whether the layout was asked for again. */
static gboolean
asks (OutlaySteadyLabel *label,
      const char        *text)
{
  n_measured = 0;
  outlay_steady_label_set_text (label, text);
  let_run ();
  gtk_test_accessible_assert_property (label, GTK_ACCESSIBLE_PROPERTY_LABEL, text);

  return n_measured > 0;
}

static void
test_line (void)
{
  GtkWidget *window;
  OutlaySteadyLabel *label = show_label (&window, 1, "$64,020");
  int natural;

  g_assert_false (asks (label, "$78,157"));
  g_assert_false (asks (label, ""));
  g_assert_false (asks (label, "$11,111"));
  g_assert_true (asks (label, "$178,157"));
  outlay_steady_label_set_text (label, "$9");
  n_measured = 0;
  while (n_measured == 0)
    g_main_context_iteration (NULL, TRUE);

  gtk_widget_measure (GTK_WIDGET (label), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural,
                      NULL, NULL);
  g_assert_cmpint (natural, <=, gtk_widget_get_width (GTK_WIDGET (label)));

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_markup (void)
{
  GtkWidget *window;
  OutlaySteadyLabel *label = show_label (&window, 1, "");

  outlay_steady_label_set_markup (label, "<span alpha=\"70%\">Novice</span> 7 → 4.5");
  g_assert_cmpstr (outlay_steady_label_get_text (label), ==, "Novice 7 → 4.5");
  gtk_test_accessible_assert_property (label, GTK_ACCESSIBLE_PROPERTY_LABEL, "Novice 7 → 4.5");

  gtk_window_destroy (GTK_WINDOW (window));
}

/* Words that are broken ask by the lines that they take, also at a width at which
 * other words were measured; fewer lines keep their room for a while. */
static void
test_lines (void)
{
  static const char *two = "One option is over the budget from February, the others are not";
  static const char *other = "One option is over the budget from December, the others are not";
  static const char *four = "One option is over the budget from February, the others are not, "
                            "as long as nobody joins the team before the end of the summer";
  GtkWidget *window;
  OutlaySteadyLabel *label;
  int two_lines, height;

  label = show_label (&window, 4, two);
  gtk_window_set_default_size (GTK_WINDOW (window), 300, 300);
  let_run ();

  g_assert_false (asks (label, other));
  gtk_widget_measure (GTK_WIDGET (label), GTK_ORIENTATION_VERTICAL, 250, &two_lines, NULL,
                      NULL, NULL);
  g_assert_true (asks (label, four));
  gtk_widget_measure (GTK_WIDGET (label), GTK_ORIENTATION_VERTICAL, 250, &height, NULL,
                      NULL, NULL);
  g_assert_cmpint (height, >, two_lines);

  g_assert_false (asks (label, two));
  while (n_measured == 0)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_measure (GTK_WIDGET (label), GTK_ORIENTATION_VERTICAL, 250, &height, NULL,
                      NULL, NULL);
  g_assert_cmpint (height, ==, two_lines);

  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/app/steady-label/line", test_line);
  g_test_add_func ("/app/steady-label/markup", test_markup);
  g_test_add_func ("/app/steady-label/lines", test_lines);

  return g_test_run ();
}
