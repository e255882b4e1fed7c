/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "checks-page.h"

#include "check-row.h"
#include "check-words.h"
#include "dial-finder.h"
#include "option-notice.h"
#include "page-heading.h"

#include <glib/gi18n.h>

/**
 * OutlayChecksPage:
 *
 * What somebody asks before the next invoice, of the option in focus: a row for
 * each check with its answer in one sentence, what bears it out, a mark, and a
 * button that leads to the dial or page concerned.
 *
 * # Actions
 *
 * - `checks.go` (i): goes where the check with this number leads
 */
struct _OutlayChecksPage
{
  OutlayPage         parent_instance;

  OutlayPageHeading *heading;
  GtkStack          *stack;
  GtkWidget         *content;
  AdwStatusPage     *notice;
  GtkListBox        *list;
  OutlayCheckRow    *rows[OUTLAY_N_CHECKS];

  OutlayEstimate    *estimate; /* that the rows show */
  int                option;
};

G_DEFINE_FINAL_TYPE (OutlayChecksPage, outlay_checks_page, OUTLAY_TYPE_PAGE)

static void
show_finding (OutlayChecksPage *self,
              const char       *name,
              guint             n_looks)
{
  g_autofree char *title = NULL;
  /* Translators: the option that is checked */
  g_autofree char *subtitle = g_strdup_printf (_("%s, over the whole period"), name);

  if (n_looks == 0)
    title = g_strdup (_("No check asks for a look"));
  else
    title = g_strdup_printf (ngettext ("%u of %u checks asks for a look",
                                       "%u of %u checks ask for a look", n_looks),
                             n_looks, (guint) OUTLAY_N_CHECKS);
  outlay_page_heading_set_title (self->heading, title);
  outlay_page_heading_set_subtitle (self->heading, subtitle);
}

/* When the page is first seen. */
static void
outlay_checks_page_make_rows (OutlayChecksPage *self)
{
  for (guint i = 0; i < OUTLAY_N_CHECKS; i++)
    {
      GtkWidget *row = outlay_check_row_new (i);

      self->rows[i] = OUTLAY_CHECK_ROW (row);
      gtk_list_box_append (self->list, row);
    }
}

static void
outlay_checks_page_fill (OutlayChecksPage *self)
{
  g_autoptr (OutlayBreakdown) breakdown =
    outlay_breakdown_new (self->estimate, (guint) self->option);
  guint n_looks = 0;

  if (self->rows[0] == NULL)
    outlay_checks_page_make_rows (self);
  for (guint i = 0; i < OUTLAY_N_CHECKS; i++)
    {
      OutlayCheck check;

      outlay_check_init (&check, i, breakdown, (guint) self->option);
      n_looks += check.state == OUTLAY_CHECK_LOOK ? 1 : 0;
      outlay_check_row_show (self->rows[i], &check);
      outlay_check_clear (&check);
    }
  show_finding (self, breakdown->option->name, n_looks);
}

static void
outlay_checks_page_refresh (OutlayPage     *page,
                            OutlayEstimate *estimate)
{
  OutlayChecksPage *self = OUTLAY_CHECKS_PAGE (page);
  int option = outlay_page_find_option (OUTLAY_PAGE (self), estimate);

  /* The month that is looked at changes nothing here. */
  if (self->estimate == estimate && self->option == option)
    return;

  outlay_estimate_ref (estimate);
  g_clear_pointer (&self->estimate, outlay_estimate_unref);
  self->estimate = estimate;
  self->option = option;
  if (option < 0 || estimate->options[option].error != NULL)
    {
      outlay_option_notice_show (self->heading, self->notice, estimate, option);
      gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->notice));
      return;
    }

  outlay_checks_page_fill (self);
  gtk_stack_set_visible_child (self->stack, self->content);
}

/* The pane may be folded away. */
static void
go_to_dial (GtkWidget  *widget,
            const char *path)
{
  GtkWidget *flap = gtk_widget_get_ancestor (widget, ADW_TYPE_FLAP);

  if (flap != NULL)
    adw_flap_set_reveal_flap (ADW_FLAP (flap), TRUE);
  outlay_show_dial (GTK_WIDGET (gtk_widget_get_root (widget)), path);
}

static void
on_go (GtkWidget  *widget,
       const char *action_name,
       GVariant   *parameter)
{
  OutlayChecksPage *self = OUTLAY_CHECKS_PAGE (widget);
  OutlayCheckRow *row = self->rows[g_variant_get_int32 (parameter)];
  GtkWidget *pages = gtk_widget_get_ancestor (widget, ADW_TYPE_VIEW_STACK);

  if (outlay_check_row_get_dial (row) != NULL)
    go_to_dial (widget, outlay_check_row_get_dial (row));
  else if (outlay_check_row_get_page (row) != NULL && pages != NULL)
    adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (pages),
                                           outlay_check_row_get_page (row));
}

static void
outlay_checks_page_dispose (GObject *object)
{
  OutlayChecksPage *self = OUTLAY_CHECKS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_CHECKS_PAGE);
  g_clear_pointer (&self->estimate, outlay_estimate_unref);

  G_OBJECT_CLASS (outlay_checks_page_parent_class)->dispose (object);
}

static void
outlay_checks_page_class_init (OutlayChecksPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_checks_page_dispose;
  OUTLAY_PAGE_CLASS (klass)->refresh = outlay_checks_page_refresh;

  gtk_widget_class_install_action (widget_class, "checks.go", "i", on_go);

  g_type_ensure (OUTLAY_TYPE_PAGE_HEADING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/checks-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayChecksPage, heading);
  gtk_widget_class_bind_template_child (widget_class, OutlayChecksPage, stack);
  gtk_widget_class_bind_template_child (widget_class, OutlayChecksPage, content);
  gtk_widget_class_bind_template_child (widget_class, OutlayChecksPage, notice);
  gtk_widget_class_bind_template_child (widget_class, OutlayChecksPage, list);
  gtk_widget_class_set_css_name (widget_class, "checkspage");
}

static void
outlay_checks_page_init (OutlayChecksPage *self)
{
  self->option = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
outlay_checks_page_new (OutlaySession *session)
{
  return g_object_new (OUTLAY_TYPE_CHECKS_PAGE, "session", session, NULL);
}
