/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mix-bar.h"

#include "figure-format.h"
#include "mix-border.h"
#include "mix-picture.h"
#include "theme-palette.h"

#include <glib/gi18n.h>
#include <math.h>

/* How near to a border the pointer takes it, and how wide it is for the keyboard. */
#define GRAB 7
#define BORDER_WIDTH 8

/**
 * OutlayMixBar:
 *
 * A task mix as two stacked bars, of people who start and of people who have
 * learnt, with ribbons that show where each kind goes. A border between two
 * kinds is dragged with the pointer, or moved with the keyboard; it moves in
 * whole percents, and stops at the next one. A border beside a locked kind stays.
 *
 * # Signals
 *
 * - `edited` (end, shares): the person moved a border; @shares is a double for
 *   each kind, and sums to 1
 * - `settled`: the drag is over, or the focus left
 *
 * # CSS nodes
 *
 * `mixbar` with a `mixborder` for each border.
 *
 * # Accessibility
 *
 * A group; each border is a slider. Mirrors right to left.
 */
struct _OutlayMixBar
{
  GtkWidget    parent_instance;

  guint        n_kinds;
  char       **names;
  double      *shares[OUTLAY_N_MIX_ENDS];
  gboolean    *locked;
  GPtrArray   *borders[OUTLAY_N_MIX_ENDS]; /* (element-type OutlayMixBorder) */

  PangoLayout *layout;
  double      *drag_shares; /* as they were when the drag began, or NULL */
  OutlayMixEnd drag_end;
  guint        drag_border;
};

G_DEFINE_FINAL_TYPE (OutlayMixBar, outlay_mix_bar, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_EDITED,
  SIGNAL_SETTLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static OutlayMixPicture
outlay_mix_bar_get_picture (OutlayMixBar *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  OutlayMixPicture picture;

  if (self->layout == NULL)
    self->layout = gtk_widget_create_pango_layout (widget, NULL);

  picture = (OutlayMixPicture) {
    .n_kinds = self->n_kinds,
    .shares = { self->shares[OUTLAY_MIX_START], self->shares[OUTLAY_MIX_LEARNT] },
    .layout = self->layout,
    .width = gtk_widget_get_width (widget),
    .right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL,
  };
  outlay_mix_picture_fit (&picture);

  return picture;
}

static gboolean
outlay_mix_bar_can_move (OutlayMixBar *self,
                         guint         border)
{
  return !self->locked[border] && !self->locked[border + 1];
}

static void
outlay_mix_bar_describe_borders (OutlayMixBar *self,
                                 OutlayMixEnd  end)
{
  for (guint i = 0; i < self->borders[end]->len; i++)
    outlay_mix_border_describe (self->borders[end]->pdata[i], self->shares[end][i],
                                self->shares[end][i] + self->shares[end][i + 1],
                                outlay_mix_bar_can_move (self, i));
}

/* Moves a border away from where it was when @before was the mix. */
static void
outlay_mix_bar_move (OutlayMixBar *self,
                     OutlayMixEnd  end,
                     guint         border,
                     const double *before,
                     double        change)
{
  g_autofree double *shares = g_memdup2 (before, self->n_kinds * sizeof *before);
  double wanted = round ((shares[border] + change) * 100) / 100;

  outlay_mix_move_border (shares, self->locked, self->n_kinds, border,
                          wanted - shares[border]);
  if (memcmp (shares, self->shares[end], self->n_kinds * sizeof *shares) != 0)
    g_signal_emit (self, signals[SIGNAL_EDITED], 0, end, shares);
}

static void
on_stepped (OutlayMixBorder *border,
            double           change,
            OutlayMixBar    *self)
{
  for (guint end = 0; end < OUTLAY_N_MIX_ENDS; end++)
    {
      guint index;

      if (g_ptr_array_find (self->borders[end], border, &index))
        outlay_mix_bar_move (self, end, index, self->shares[end], change);
    }
}

static void
on_focus_left (OutlayMixBar *self)
{
  g_signal_emit (self, signals[SIGNAL_SETTLED], 0);
}

static OutlayMixEnd
find_end (const OutlayMixPicture *picture,
          double                  y)
{
  double top;
  double height;
  double length;

  outlay_mix_picture_get_bar (picture, OUTLAY_MIX_LEARNT, &top, &height, &length);

  return y < (height + top) / 2 ? OUTLAY_MIX_START : OUTLAY_MIX_LEARNT;
}

/* Of several borders at one place, the last that can move away from it. */
static gboolean
outlay_mix_bar_find_border (OutlayMixBar *self,
                            double        x,
                            double        y,
                            OutlayMixEnd *end,
                            guint        *border)
{
  OutlayMixPicture picture = outlay_mix_bar_get_picture (self);
  double nearest = GRAB;
  gboolean found = FALSE;

  *end = find_end (&picture, y);
  for (guint i = 0; i + 1 < self->n_kinds; i++)
    {
      double distance = fabs (x - outlay_mix_picture_get_edge (&picture, *end, i + 1));

      if (distance <= nearest && outlay_mix_bar_can_move (self, i))
        {
          nearest = distance;
          *border = i;
          found = TRUE;
        }
    }

  return found;
}

static void
on_drag_begin (GtkGestureDrag *gesture,
               double          x,
               double          y,
               OutlayMixBar   *self)
{
  if (self->n_kinds == 0 ||
      !outlay_mix_bar_find_border (self, x, y, &self->drag_end, &self->drag_border))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  self->drag_shares = g_memdup2 (self->shares[self->drag_end],
                                 self->n_kinds * sizeof *self->drag_shares);
  gtk_widget_grab_focus (self->borders[self->drag_end]->pdata[self->drag_border]);
}

static void
on_drag_update (GtkGestureDrag *gesture,
                double          x,
                double          y,
                OutlayMixBar   *self)
{
  OutlayMixPicture picture = outlay_mix_bar_get_picture (self);
  double top;
  double height;
  double length;

  if (self->drag_shares == NULL)
    return;

  outlay_mix_picture_get_bar (&picture, self->drag_end, &top, &height, &length);
  outlay_mix_bar_move (self, self->drag_end, self->drag_border, self->drag_shares,
                       (picture.right_to_left ? -x : x) / length);
}

static void
on_drag_end (GtkGestureDrag *gesture,
             double          x,
             double          y,
             OutlayMixBar   *self)
{
  if (self->drag_shares == NULL)
    return;

  g_clear_pointer (&self->drag_shares, g_free);
  g_signal_emit (self, signals[SIGNAL_SETTLED], 0);
}

static char *
outlay_mix_bar_describe_kind (OutlayMixBar *self,
                              guint         kind)
{
  g_autofree char *start = NULL;
  g_autofree char *learnt = NULL;

  start = outlay_figure_format_percent (self->shares[OUTLAY_MIX_START][kind]);
  learnt = outlay_figure_format_percent (self->shares[OUTLAY_MIX_LEARNT][kind]);

  /* Translators: a task kind, its share at the start and once learnt */
  return g_strdup_printf (_("%s: %s at the start, %s once learnt"),
                          self->names[kind], start, learnt);
}

static gboolean
on_query_tooltip (OutlayMixBar *self,
                  int           x,
                  int           y,
                  gboolean      keyboard,
                  GtkTooltip   *tooltip)
{
  OutlayMixPicture picture = outlay_mix_bar_get_picture (self);
  OutlayMixEnd end = find_end (&picture, y);

  for (guint i = 0; i < self->n_kinds && !keyboard; i++)
    {
      double one = outlay_mix_picture_get_edge (&picture, end, i);
      double other = outlay_mix_picture_get_edge (&picture, end, i + 1);

      if (x >= MIN (one, other) && x < MAX (one, other))
        {
          g_autofree char *text = outlay_mix_bar_describe_kind (self, i);

          gtk_tooltip_set_text (tooltip, text);
          return TRUE;
        }
    }

  return FALSE;
}

static void
outlay_mix_bar_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  OutlayMixPicture picture = outlay_mix_bar_get_picture (OUTLAY_MIX_BAR (widget));
  int height = gtk_widget_get_height (widget);
  OutlayPalette palette;
  cairo_t *cr;

  outlay_theme_palette_init (&palette, widget);
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, (float) picture.width, height));
  outlay_mix_picture_draw (&picture, &palette, cr);
  cairo_destroy (cr);

  GTK_WIDGET_CLASS (outlay_mix_bar_parent_class)->snapshot (widget, snapshot);
}

static void
outlay_mix_bar_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  OutlayMixPicture picture = outlay_mix_bar_get_picture (OUTLAY_MIX_BAR (widget));
  int width;
  int height;

  outlay_mix_picture_measure (&picture, &width, &height);
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? width : height;
}

static void
outlay_mix_bar_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  OutlayMixBar *self = OUTLAY_MIX_BAR (widget);
  OutlayMixPicture picture = outlay_mix_bar_get_picture (self);

  for (guint end = 0; end < OUTLAY_N_MIX_ENDS; end++)
    {
      double top;
      double bar_height;
      double length;

      outlay_mix_picture_get_bar (&picture, end, &top, &bar_height, &length);
      for (guint i = 0; self->borders[end] != NULL && i < self->borders[end]->len; i++)
        {
          double edge = outlay_mix_picture_get_edge (&picture, end, i + 1);
          GtkAllocation place = { (int) round (edge - BORDER_WIDTH / 2.0), (int) top,
                                  BORDER_WIDTH, (int) bar_height };

          gtk_widget_size_allocate (self->borders[end]->pdata[i], &place, -1);
        }
    }
}

/* The text has another size. */
static void
outlay_mix_bar_css_changed (GtkWidget         *widget,
                            GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (outlay_mix_bar_parent_class)->css_changed (widget, change);

  g_clear_object (&OUTLAY_MIX_BAR (widget)->layout);
  gtk_widget_queue_resize (widget);
}

static void
outlay_mix_bar_clear (OutlayMixBar *self)
{
  for (guint end = 0; end < OUTLAY_N_MIX_ENDS; end++)
    {
      for (guint i = 0; self->borders[end] != NULL && i < self->borders[end]->len; i++)
        gtk_widget_unparent (self->borders[end]->pdata[i]);
      g_clear_pointer (&self->borders[end], g_ptr_array_unref);
      g_clear_pointer (&self->shares[end], g_free);
    }
  g_clear_pointer (&self->locked, g_free);
  g_clear_pointer (&self->drag_shares, g_free);
  g_clear_pointer (&self->names, g_strfreev);
  self->n_kinds = 0;
}

static void
outlay_mix_bar_dispose (GObject *object)
{
  OutlayMixBar *self = OUTLAY_MIX_BAR (object);

  outlay_mix_bar_clear (self);
  g_clear_object (&self->layout);

  G_OBJECT_CLASS (outlay_mix_bar_parent_class)->dispose (object);
}

static void
outlay_mix_bar_class_init (OutlayMixBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = outlay_mix_bar_dispose;
  widget_class->measure = outlay_mix_bar_measure;
  widget_class->size_allocate = outlay_mix_bar_size_allocate;
  widget_class->snapshot = outlay_mix_bar_snapshot;
  widget_class->css_changed = outlay_mix_bar_css_changed;

  signals[SIGNAL_EDITED] =
    g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_POINTER);
  signals[SIGNAL_SETTLED] =
    g_signal_new ("settled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "mixbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
outlay_mix_bar_init (OutlayMixBar *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_focus_left), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);

  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
  outlay_theme_palette_connect (GTK_WIDGET (self));
}

static void
outlay_mix_bar_add_border (OutlayMixBar *self,
                           OutlayMixEnd  end,
                           guint         border)
{
  g_autofree char *label = NULL;
  GtkWidget *widget;

  /* Translators: a border that can be moved: "Start: between Fix and Build" */
  label = g_strdup_printf (_("%s: border between %s and %s"), outlay_mix_end_get_name (end),
                           self->names[border], self->names[border + 1]);
  widget = outlay_mix_border_new (label);
  g_signal_connect (widget, "stepped", G_CALLBACK (on_stepped), self);
  gtk_widget_set_parent (widget, GTK_WIDGET (self));
  g_ptr_array_add (self->borders[end], widget);
}

/**
 * outlay_mix_bar_set_names:
 * @self: a mix bar
 * @names: (array zero-terminated=1): the task kinds
 *
 * Sets the kinds; all shares are 0 and unlocked until they are set.
 */
void
outlay_mix_bar_set_names (OutlayMixBar       *self,
                          const char * const *names)
{
  g_return_if_fail (OUTLAY_IS_MIX_BAR (self));

  outlay_mix_bar_clear (self);
  self->names = g_strdupv ((char **) names);
  self->n_kinds = g_strv_length (self->names);
  self->locked = g_new0 (gboolean, self->n_kinds);
  for (guint end = 0; end < OUTLAY_N_MIX_ENDS; end++)
    {
      self->shares[end] = g_new0 (double, self->n_kinds);
      self->borders[end] = g_ptr_array_new ();
      for (guint i = 0; i + 1 < self->n_kinds; i++)
        outlay_mix_bar_add_border (self, end, i);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
outlay_mix_bar_set_shares (OutlayMixBar *self,
                           OutlayMixEnd  end,
                           const double *shares)
{
  g_return_if_fail (OUTLAY_IS_MIX_BAR (self));

  if (memcmp (self->shares[end], shares, self->n_kinds * sizeof *shares) == 0)
    return;

  memcpy (self->shares[end], shares, self->n_kinds * sizeof *shares);
  outlay_mix_bar_describe_borders (self, end);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
outlay_mix_bar_set_locked (OutlayMixBar   *self,
                           const gboolean *locked)
{
  g_return_if_fail (OUTLAY_IS_MIX_BAR (self));

  memcpy (self->locked, locked, self->n_kinds * sizeof *locked);
  for (guint end = 0; end < OUTLAY_N_MIX_ENDS; end++)
    outlay_mix_bar_describe_borders (self, end);
}
