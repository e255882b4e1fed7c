/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-pages.h"

/* What the pages need beside an open pane; with less, the pane lies over them. */
#define PAGES_WIDTH 500

/* The room */

static void
measure_room (GtkWidget      *widget,
              GtkOrientation  orientation,
              int             for_size,
              int            *minimum,
              int            *natural,
              int            *minimum_baseline,
              int            *natural_baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  gtk_widget_measure (child, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);

  /* The flap folds by the natural width, which is to be one and the same
   * whatever page is shown. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = MAX (*minimum, PAGES_WIDTH);
}

static void
allocate_room (GtkWidget *widget,
               int        width,
               int        height,
               int        baseline)
{
  gtk_widget_allocate (gtk_widget_get_first_child (widget), width, height, baseline, NULL);
}

/**
 * outlay_page_room_init:
 * @room: what holds the pages, with one child
 *
 * Lets it ask for the same width whatever page is shown.
 */
void
outlay_page_room_init (GtkWidget *room)
{
  gtk_widget_set_layout_manager (room,
                                 gtk_custom_layout_new (NULL, measure_room, allocate_room));
}

/**
 * outlay_pages_fit_switcher:
 * @switcher: an #AdwViewSwitcher in a page
 *
 * Lets each of its buttons be as wide as its words: all as wide as the longest would
 * not fit beside the pane in every language.
 */
void
outlay_pages_fit_switcher (GtkWidget *switcher)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (switcher);

  if (GTK_IS_BOX_LAYOUT (layout))
    gtk_box_layout_set_homogeneous (GTK_BOX_LAYOUT (layout), FALSE);
}

/**
 * outlay_pane_close_popovers:
 * @flap: what holds the pane
 *
 * Closes what is open over the pane. A pane that slides away would take it along,
 * to where there is no screen.
 */
void
outlay_pane_close_popovers (GtkWidget *flap)
{
  GtkWidget *child = gtk_widget_get_first_child (flap);

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (GTK_IS_POPOVER (child) && gtk_widget_get_visible (child))
        gtk_popover_popdown (GTK_POPOVER (child));
      else if (gtk_widget_get_mapped (child))
        outlay_pane_close_popovers (child);
      child = next;
    }
}

/* Turning */

/* A page that has nothing to show is none to turn to. */
static gboolean
page_is_there (GtkSelectionModel *pages,
               guint              position)
{
  g_autoptr (AdwViewStackPage) page = g_list_model_get_item (G_LIST_MODEL (pages), position);

  return page != NULL && adw_view_stack_page_get_visible (page);
}

static gboolean
is_shown (GtkSelectionModel *pages,
          guint              position)
{
  g_autoptr (AdwViewStackPage) page = g_list_model_get_item (G_LIST_MODEL (pages), position);

  return adw_view_stack_page_get_visible (page);
}

/**
 * outlay_pages_turn:
 * @stack: pages
 * @forwards: whether to the next, else to the one before
 *
 * Turns the page; the last is followed by the first.
 */
void
outlay_pages_turn (AdwViewStack *stack,
                   gboolean      forwards)
{
  g_autoptr (GtkSelectionModel) pages = adw_view_stack_get_pages (stack);
  guint n_pages = g_list_model_get_n_items (G_LIST_MODEL (pages));
  guint step = forwards ? 1 : n_pages - 1;
  guint position = 0;

  while (position < n_pages && !gtk_selection_model_is_selected (pages, position))
    position++;

  for (guint i = 0; i < n_pages; i++)
    {
      position = (position + step) % n_pages;
      if (is_shown (pages, position))
        {
          gtk_selection_model_select_item (pages, position, TRUE);
          return;
        }
    }
}

/**
 * outlay_pages_show:
 * @stack: pages
 * @number: of a page, from 1
 *
 * Shows a page, if there is one.
 */
void
outlay_pages_show (AdwViewStack *stack,
                   int           number)
{
  g_autoptr (GtkSelectionModel) pages = adw_view_stack_get_pages (stack);
  guint position = (guint) number - 1;

  if (page_is_there (pages, position))
    gtk_selection_model_select_item (pages, position, TRUE);
}

static void
turn_page_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  outlay_pages_turn (outlay_window_get_pages (OUTLAY_WINDOW (widget)),
                     g_variant_get_int32 (parameter) > 0);
}

static void
show_page_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  outlay_pages_show (outlay_window_get_pages (OUTLAY_WINDOW (widget)),
                     g_variant_get_int32 (parameter));
}

void
outlay_window_class_install_page_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.turn-page", "i", turn_page_action);
  gtk_widget_class_install_action (widget_class, "win.page", "i", show_page_action);
}
