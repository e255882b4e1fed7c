/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "breakdown-page.h"

#include "breakdown-chart.h"
#include "breakdown-words.h"
#include "option-notice.h"
#include "page-heading.h"
#include "why-popover.h"
#include "widgets/figure-table.h"
#include "widgets/stack-view.h"

#include <glib/gi18n.h>

/**
 * OutlayBreakdownPage:
 *
 * What the option in focus costs, stacked by kinds of task, roles or classes of
 * token: the finding in words, the bars, and below them the table of the same
 * figures. Any of them answers why.
 *
 * The line below the finding reads the layer under the pointer, or walked to by
 * key.
 *
 * # Actions
 *
 * - `breakdown.copy`: copy the table
 *
 * # Keys
 *
 * Ctrl+C copies the table as tab-separated text, in full precision and without
 * any locale. For those of chart and table see #OutlayStackView and
 * #OutlayFigureTable.
 */
struct _OutlayBreakdownPage
{
  OutlayPage            parent_instance;

  OutlayBreakdownChart *data;

  OutlayPageHeading    *heading;
  GtkToggleButton      *role_button;
  GtkToggleButton      *class_button;
  GtkStack             *stack;
  GtkWidget            *content;
  AdwStatusPage        *notice;
  OutlayStackView      *chart;
  OutlayFigureTable    *table;
};

G_DEFINE_FINAL_TYPE (OutlayBreakdownPage, outlay_breakdown_page, OUTLAY_TYPE_PAGE)

static OutlayBreakdownBy
get_by (OutlayBreakdownPage *self)
{
  if (gtk_toggle_button_get_active (self->role_button))
    return OUTLAY_BREAKDOWN_BY_ROLE;

  return gtk_toggle_button_get_active (self->class_button) ? OUTLAY_BREAKDOWN_BY_CLASS
                                                           : OUTLAY_BREAKDOWN_BY_TASK;
}

static void
show_finding (OutlayBreakdownPage *self)
{
  g_autofree char *title = outlay_breakdown_finding (self->data->breakdown, self->data->by);
  g_autofree char *subtitle = outlay_breakdown_subtitle (self->data->breakdown, self->data->by);

  outlay_page_heading_set_title (self->heading, title);
  outlay_page_heading_set_subtitle (self->heading, subtitle);
}

/* The month that is shown may be another one, and nothing else. */
static gboolean
has_data_of (OutlayBreakdownPage  *self,
             const OutlayEstimate *estimate,
             int                   option)
{
  return self->data != NULL && self->data->breakdown->estimate == estimate &&
         self->data->by == get_by (self) && option >= 0 &&
         self->data->breakdown->option == estimate->options[option].option;
}

static void
outlay_breakdown_page_refresh (OutlayPage     *page,
                               OutlayEstimate *estimate)
{
  OutlayBreakdownPage *self = OUTLAY_BREAKDOWN_PAGE (page);
  int option = outlay_page_find_option (OUTLAY_PAGE (self), estimate);
  g_autoptr (OutlayBreakdownChart) previous = NULL;

  if (has_data_of (self, estimate, option))
    return;

  previous = g_steal_pointer (&self->data);
  if (option >= 0)
    self->data = outlay_breakdown_chart_new (estimate, (guint) option, get_by (self));

  outlay_stack_view_set_data (self->chart, self->data);
  if (self->data == NULL)
    {
      outlay_option_notice_show (self->heading, self->notice, estimate, option);
      gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->notice));
      return;
    }

  outlay_figure_table_set_sheet (self->table, self->data->sheet);
  show_finding (self);
  gtk_stack_set_visible_child (self->stack, self->content);
}

/* Questions */

static void
on_selected (OutlayBreakdownPage *self,
             int                  part,
             int                  month)
{
  const OutlaySheet *sheet;
  g_autofree char *text = NULL;
  guint row;

  if (self->data == NULL)
    return;
  if (part < 0 || month < 0)
    {
      show_finding (self);
      return;
    }

  sheet = self->data->sheet;
  row = outlay_breakdown_chart_get_row (self->data, part);
  /* Translators: a part of the cost, a month and money: "Build and test, February
   * 2027: $4,018" */
  text = g_strdup_printf (C_("reading", "%s, %s: %s"),
                          outlay_sheet_get_row (sheet, row)->name,
                          outlay_sheet_get_column (sheet, (guint) month)->spoken,
                          outlay_sheet_get_text (sheet, row, (guint) month));
  outlay_page_heading_set_subtitle (self->heading, text);
}

static void
on_popover_closed (OutlayBreakdownPage *self)
{
  outlay_stack_view_set_pinned (self->chart, FALSE);
  outlay_stack_view_select (self->chart, -1, -1);
  if (self->data != NULL)
    show_finding (self);
}

/* While a layer is asked, its outline stays. */
static void
ask (OutlayBreakdownPage   *self,
     GtkWidget             *at,
     const GdkRectangle    *place,
     const OutlayWhyTarget *target)
{
  GtkWidget *popover = outlay_why_popover_present (GTK_WIDGET (self), at, place,
                                                   self->data->breakdown, target);

  if (target->part < 0 || target->month == OUTLAY_PERIOD)
    return;

  outlay_stack_view_select (self->chart, target->part, target->month);
  outlay_stack_view_set_pinned (self->chart, TRUE);
  g_signal_connect_object (popover, "closed", G_CALLBACK (on_popover_closed), self,
                           G_CONNECT_SWAPPED);
}

static void
on_asked_layer (OutlayBreakdownPage *self,
                int                  part,
                int                  month)
{
  OutlayWhyTarget target = { self->data->by, part, month, OUTLAY_WHY_PER_NOTHING };
  GdkRectangle place;

  outlay_stack_view_get_place (self->chart, part, month, &place);
  ask (self, GTK_WIDGET (self->chart), &place, &target);
}

static void
on_asked_cell (OutlayBreakdownPage *self,
               guint                row,
               guint                column)
{
  gboolean is_period = column >= self->data->breakdown->n_months;
  OutlayWhyTarget target = { self->data->by,
                             outlay_breakdown_chart_get_part (self->data, row),
                             is_period ? OUTLAY_PERIOD : (int) column,
                             OUTLAY_WHY_PER_NOTHING };

  ask (self, outlay_figure_table_get_cell (self->table, row, column), NULL, &target);
}

static void
on_copy (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  static const char *const keys[] = {
    [OUTLAY_BREAKDOWN_BY_TASK] = "task",
    [OUTLAY_BREAKDOWN_BY_ROLE] = "role",
    [OUTLAY_BREAKDOWN_BY_CLASS] = "token_class",
  };
  OutlayBreakdownPage *self = OUTLAY_BREAKDOWN_PAGE (widget);
  g_autofree char *text = NULL;

  if (self->data == NULL)
    return;

  text = outlay_sheet_to_tsv (self->data->sheet, keys[self->data->by]);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

/* The object */

static void
outlay_breakdown_page_dispose (GObject *object)
{
  OutlayBreakdownPage *self = OUTLAY_BREAKDOWN_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_BREAKDOWN_PAGE);
  g_clear_pointer (&self->data, outlay_breakdown_chart_free);

  G_OBJECT_CLASS (outlay_breakdown_page_parent_class)->dispose (object);
}

static void
outlay_breakdown_page_class_init (OutlayBreakdownPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_breakdown_page_dispose;
  OUTLAY_PAGE_CLASS (klass)->refresh = outlay_breakdown_page_refresh;

  gtk_widget_class_install_action (widget_class, "breakdown.copy", NULL, on_copy);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK,
                                       "breakdown.copy", NULL);

  g_type_ensure (OUTLAY_TYPE_PAGE_HEADING);
  g_type_ensure (OUTLAY_TYPE_FIGURE_TABLE);
  g_type_ensure (OUTLAY_TYPE_STACK_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/breakdown-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayBreakdownPage, heading);
  gtk_widget_class_bind_template_child (widget_class, OutlayBreakdownPage, role_button);
  gtk_widget_class_bind_template_child (widget_class, OutlayBreakdownPage, class_button);
  gtk_widget_class_bind_template_child (widget_class, OutlayBreakdownPage, stack);
  gtk_widget_class_bind_template_child (widget_class, OutlayBreakdownPage, content);
  gtk_widget_class_bind_template_child (widget_class, OutlayBreakdownPage, notice);
  gtk_widget_class_bind_template_child (widget_class, OutlayBreakdownPage, chart);
  gtk_widget_class_bind_template_child (widget_class, OutlayBreakdownPage, table);
  gtk_widget_class_bind_template_callback (widget_class, outlay_page_refresh);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_asked_layer);
  gtk_widget_class_bind_template_callback (widget_class, on_asked_cell);
  gtk_widget_class_set_css_name (widget_class, "breakdownpage");
}

static void
outlay_breakdown_page_init (OutlayBreakdownPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  outlay_stack_view_set_table (self->chart, self->table);
}

GtkWidget *
outlay_breakdown_page_new (OutlaySession *session)
{
  return g_object_new (OUTLAY_TYPE_BREAKDOWN_PAGE, "session", session, NULL);
}
