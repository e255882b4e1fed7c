/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figure-cell.h"

/**
 * OutlayFigureCell:
 *
 * A figure in an #OutlayFigureTable, which can be asked why it is what it is.
 * Its text never changes its size, so that figures can change with every frame.
 *
 * Signals:
 *
 * - `asked`: a click, Return or Space on a cell that can be asked
 *
 * # CSS nodes
 *
 * `figurecell`, with the style classes `total` and `asks`.
 *
 * # Accessibility
 *
 * A button, if it can be asked, whose name is the row, the column and the figure.
 */
struct _OutlayFigureCell
{
  GtkWidget       parent_instance;

  GtkInscription *inscription;
  gboolean        asks;
};

G_DEFINE_FINAL_TYPE (OutlayFigureCell, outlay_figure_cell, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ASKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
ask (OutlayFigureCell *self)
{
  if (self->asks)
    g_signal_emit (self, signals[SIGNAL_ASKED], 0);
}

static void
on_released (OutlayFigureCell *self,
             int               n_press,
             double            x,
             double            y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  ask (self);
}

static gboolean
on_key (GtkWidget *widget,
        GVariant  *args,
        gpointer   data)
{
  ask (OUTLAY_FIGURE_CELL (widget));

  return OUTLAY_FIGURE_CELL (widget)->asks;
}

static void
outlay_figure_cell_dispose (GObject *object)
{
  OutlayFigureCell *self = OUTLAY_FIGURE_CELL (object);

  if (self->inscription != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->inscription));
  self->inscription = NULL;

  G_OBJECT_CLASS (outlay_figure_cell_parent_class)->dispose (object);
}

static void
outlay_figure_cell_class_init (OutlayFigureCellClass *klass)
{
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_space };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_figure_cell_dispose;

  signals[SIGNAL_ASKED] =
    g_signal_new ("asked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i], 0, on_key, NULL);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "figurecell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
outlay_figure_cell_init (OutlayFigureCell *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->inscription = GTK_INSCRIPTION (gtk_inscription_new (NULL));
  gtk_inscription_set_xalign (self->inscription, 1);
  gtk_inscription_set_min_chars (self->inscription, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->inscription), "numeric");
  gtk_widget_set_parent (GTK_WIDGET (self->inscription), GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);

  g_signal_connect_swapped (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
outlay_figure_cell_new (void)
{
  return g_object_new (OUTLAY_TYPE_FIGURE_CELL, NULL);
}

static void
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    has)
{
  if (has)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/**
 * outlay_figure_cell_set:
 * @self: a cell
 * @text: its figure
 * @strong: it is a sum of others
 * @asks: it can be asked why
 */
void
outlay_figure_cell_set (OutlayFigureCell *self,
                        const char       *text,
                        gboolean          strong,
                        gboolean          asks)
{
  GtkWidget *widget = GTK_WIDGET (self);

  g_return_if_fail (OUTLAY_IS_FIGURE_CELL (self));

  gtk_inscription_set_text (self->inscription, text);
  set_class (widget, "total", strong);
  if (self->asks == asks)
    return;

  self->asks = asks;
  set_class (widget, "asks", asks);
  gtk_widget_set_cursor_from_name (widget, asks ? "pointer" : NULL);
}

/* Sets what a screen reader says of the cell. */
void
outlay_figure_cell_describe (OutlayFigureCell *self,
                             const char       *name)
{
  g_return_if_fail (OUTLAY_IS_FIGURE_CELL (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

gboolean
outlay_figure_cell_get_asks (OutlayFigureCell *self)
{
  g_return_val_if_fail (OUTLAY_IS_FIGURE_CELL (self), FALSE);

  return self->asks;
}

const char *
outlay_figure_cell_get_text (OutlayFigureCell *self)
{
  g_return_val_if_fail (OUTLAY_IS_FIGURE_CELL (self), NULL);

  return gtk_inscription_get_text (self->inscription);
}
