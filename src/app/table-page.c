/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table-page.h"

#include "drop-down-label.h"
#include "figures-sheet.h"
#include "page-heading.h"
#include "session-looks.h"
#include "why-popover.h"
#include "widgets/figure-table.h"

#include <glib/gi18n.h>

/**
 * OutlayTablePage:
 *
 * Every monthly figure: one of them for all options, or all of them for the
 * option in focus.
 *
 * # Actions
 *
 * - `table.copy`: copy the table
 *
 * # Keys
 *
 * Ctrl+C copies the table as tab-separated text, in full precision and without
 * any locale.
 */
struct _OutlayTablePage
{
  OutlayPage         parent_instance;

  OutlaySheet       *sheet;
  OutlayEstimate    *estimate; /* that the sheet shows */
  int                option;   /* whose figures it shows, or -1 for all */

  OutlayPageHeading *heading;
  GtkDropDown       *figure_choice;
  GtkToggleButton   *focus_button;
  OutlayFigureTable *table;
};

G_DEFINE_FINAL_TYPE (OutlayTablePage, outlay_table_page, OUTLAY_TYPE_PAGE)

static OutlayFigure
get_figure (OutlayTablePage *self)
{
  return (OutlayFigure) gtk_drop_down_get_selected (self->figure_choice);
}

static void
show_heading (OutlayTablePage      *self,
              const OutlayEstimate *estimate)
{
  g_autofree char *unit = NULL;

  if (self->option >= 0)
    {
      outlay_page_heading_set_title (self->heading,
                                     estimate->options[self->option].option->name);
      outlay_page_heading_set_subtitle (self->heading, _("Every figure of the option, by month."));
      return;
    }

  unit = outlay_figure_describe_unit (get_figure (self), estimate->scenario);
  outlay_page_heading_set_title (self->heading, outlay_figure_name (get_figure (self)));
  outlay_page_heading_set_subtitle (self->heading, unit);
}

static void
outlay_table_page_refresh (OutlayPage     *page,
                           OutlayEstimate *estimate)
{
  OutlayTablePage *self = OUTLAY_TABLE_PAGE (page);
  g_autofree OutlayOptionLook *looks =
    outlay_option_looks_new (outlay_page_get_session (page), estimate);
  gboolean is_focus = gtk_toggle_button_get_active (self->focus_button);

  self->option = is_focus ? outlay_page_find_option (page, estimate) : -1;
  gtk_widget_set_sensitive (GTK_WIDGET (self->figure_choice), !is_focus);

  outlay_estimate_ref (estimate);
  g_clear_pointer (&self->estimate, outlay_estimate_unref);
  self->estimate = estimate;
  g_clear_pointer (&self->sheet, outlay_sheet_free);
  self->sheet = self->option >= 0
                  ? outlay_figures_sheet_new_for_option (estimate, (guint) self->option)
                  : outlay_figures_sheet_new (estimate, looks, get_figure (self));

  show_heading (self, estimate);
  outlay_figure_table_set_sheet (self->table, self->sheet);
}

static void
on_asked (OutlayTablePage *self,
          guint            row,
          guint            column)
{
  guint option = self->option >= 0 ? (guint) self->option : row;
  OutlayFigure figure = self->option >= 0 ? (OutlayFigure) row : get_figure (self);
  int month = column < self->estimate->n_months ? (int) column : OUTLAY_PERIOD;
  GtkWidget *cell = outlay_figure_table_get_cell (self->table, row, column);
  OutlayWhyOutcome outcome;

  if (outlay_why_outcome_find (figure, &outcome))
    outlay_why_popover_present_outcome (GTK_WIDGET (self), cell, self->estimate, option, outcome,
                                        month, outlay_sheet_get_text (self->sheet, row, column));
  else
    outlay_why_popover_present_option (GTK_WIDGET (self), cell, self->estimate, option, month,
                                       OUTLAY_WHY_PER_NOTHING);
}

static void
on_copy (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  OutlayTablePage *self = OUTLAY_TABLE_PAGE (widget);
  g_autofree char *text = NULL;

  if (self->sheet == NULL)
    return;

  text = outlay_sheet_to_tsv (self->sheet, self->option >= 0
                                             ? "figure"
                                             : outlay_figure_get_key (get_figure (self)));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
outlay_table_page_dispose (GObject *object)
{
  OutlayTablePage *self = OUTLAY_TABLE_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_TABLE_PAGE);
  g_clear_pointer (&self->sheet, outlay_sheet_free);
  g_clear_pointer (&self->estimate, outlay_estimate_unref);

  G_OBJECT_CLASS (outlay_table_page_parent_class)->dispose (object);
}

static void
outlay_table_page_class_init (OutlayTablePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_table_page_dispose;
  OUTLAY_PAGE_CLASS (klass)->refresh = outlay_table_page_refresh;

  gtk_widget_class_install_action (widget_class, "table.copy", NULL, on_copy);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK,
                                       "table.copy", NULL);

  g_type_ensure (OUTLAY_TYPE_FIGURE_TABLE);
  g_type_ensure (OUTLAY_TYPE_PAGE_HEADING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/table-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayTablePage, heading);
  gtk_widget_class_bind_template_child (widget_class, OutlayTablePage, figure_choice);
  gtk_widget_class_bind_template_child (widget_class, OutlayTablePage, focus_button);
  gtk_widget_class_bind_template_child (widget_class, OutlayTablePage, table);
  gtk_widget_class_bind_template_callback (widget_class, outlay_page_refresh);
  gtk_widget_class_bind_template_callback (widget_class, on_asked);
  gtk_widget_class_set_css_name (widget_class, "tablepage");
}

static void
outlay_table_page_init (OutlayTablePage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));

  self->option = -1;
  for (guint figure = 0; figure < OUTLAY_N_FIGURES; figure++)
    gtk_string_list_append (names, outlay_figure_name (figure));
  gtk_drop_down_set_model (self->figure_choice, G_LIST_MODEL (names));
  outlay_drop_down_set_label (self->figure_choice, _("Figure"));
}

GtkWidget *
outlay_table_page_new (OutlaySession *session)
{
  return g_object_new (OUTLAY_TYPE_TABLE_PAGE, "session", session, NULL);
}
