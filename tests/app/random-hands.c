/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-hands.h"

#include <stdarg.h>

void
hands_init (Hands    *self,
            guint32   seed,
            gboolean  tells)
{
  self->chance = g_rand_new_with_seed (seed);
  self->tells = tells;
}

void
hands_clear (Hands *self)
{
  g_rand_free (self->chance);
}

void
hands_tell (const Hands *self,
            const char  *format,
            ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  if (!self->tells)
    return;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_printerr ("%s\n", text);
}

gboolean
hands_chance (const Hands *self,
              int          percent)
{
  return g_rand_int_range (self->chance, 0, 100) < percent;
}

double
hands_number (const Hands *self,
              double       from,
              double       to)
{
  return g_rand_double_range (self->chance, from, to);
}

const char *
hands_pick (const Hands        *self,
            const char * const *words,
            guint               n_words)
{
  return words[g_rand_int_range (self->chance, 0, (int) n_words)];
}

/* Finding */

typedef gboolean (*Wanted) (GtkWidget *widget,
                            gpointer   data);

static void
collect (GtkWidget *widget,
         Wanted     wanted,
         gpointer   data,
         GPtrArray *found)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_is_sensitive (widget))
    return;

  if (wanted (widget, data))
    g_ptr_array_add (found, widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, wanted, data, found);
}

/* Whether its middle lies within the window: what has been scrolled or folded away
 * has first to be gone to. */
static gboolean
is_in_sight (GtkWidget *widget)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_native (widget));
  graphene_rect_t bounds;
  graphene_point_t middle;

  if (!gtk_widget_compute_bounds (widget, root, &bounds) ||
      bounds.size.width < 1 || bounds.size.height < 1)
    return FALSE;

  graphene_rect_get_center (&bounds, &middle);

  return gtk_widget_contains (root, middle.x, middle.y);
}

static GtkWidget *
find_one (const Hands *self,
          GtkWidget   *root,
          Wanted       wanted,
          gpointer     data)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  collect (root, wanted, data, found);
  if (found->len == 0)
    return NULL;

  return found->pdata[g_rand_int_range (self->chance, 0, (int) found->len)];
}

static gboolean
is_of_type (GtkWidget *widget,
            gpointer   data)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), *(GType *) data) && is_in_sight (widget);
}

GtkWidget *
hands_find (const Hands *self,
            GtkWidget   *root,
            GType        type)
{
  return find_one (self, root, is_of_type, &type);
}

/* Touching */

/* What leads out of the program, or ends it. */
static gboolean
leads_out (GtkWidget *widget)
{
  static const char * const names[] = {
    "app.quit", "window.close", "win.print-report", "win.print-chart",
  };
  const char *name = NULL;

  if (GTK_IS_LINK_BUTTON (widget))
    return TRUE;

  if (GTK_IS_ACTIONABLE (widget))
    name = gtk_actionable_get_action_name (GTK_ACTIONABLE (widget));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (name, names[i]) == 0)
      return TRUE;

  /* An item of a menu does not tell what it does, and a window's own controls
   * end it. */
  return g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkModelButton") ||
         gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS) != NULL;
}

static gboolean
can_be_touched (GtkWidget *widget,
                gpointer   data)
{
  if (leads_out (widget))
    return FALSE;

  return GTK_IS_SPIN_BUTTON (widget) || GTK_IS_RANGE (widget) || GTK_IS_DROP_DOWN (widget) ||
         GTK_IS_EDITABLE (widget) || GTK_IS_SWITCH (widget) || GTK_IS_CHECK_BUTTON (widget) ||
         GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget) ||
         GTK_IS_LIST_BOX_ROW (widget) || gtk_widget_get_focusable (widget);
}

static gboolean
can_be_touched_now (GtkWidget *widget,
                    gpointer   data)
{
  return can_be_touched (widget, data) && is_in_sight (widget);
}

static void
type_something (const Hands *self,
                GtkEditable *editable)
{
  static const char * const texts[] = {
    "", "7", "3..7", "3..5..7", "0", "-5", "1e9", "1e999", "0.5", "abc", "12 %", "1,5", "nan",
    "\xe2\x82\xac 7", "A name that goes on and on and on, longer than any column is wide", "x",
  };

  gtk_editable_set_text (editable, hands_pick (self, texts, G_N_ELEMENTS (texts)));
  gtk_widget_activate (GTK_WIDGET (editable));
}

static void
turn (const Hands   *self,
      GtkAdjustment *adjustment)
{
  double lower = gtk_adjustment_get_lower (adjustment);
  double upper = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  double value = gtk_adjustment_get_value (adjustment);

  /* Mostly near where it is, now and then anywhere. */
  if (hands_chance (self, 80))
    {
      lower = MAX (lower, value - 5 * gtk_adjustment_get_step_increment (adjustment));
      upper = MIN (upper, value + 5 * gtk_adjustment_get_step_increment (adjustment));
    }
  if (lower < upper)
    gtk_adjustment_set_value (adjustment, hands_number (self, lower, upper));
}

static void
choose (const Hands *self,
        GtkDropDown *drop_down)
{
  guint n = g_list_model_get_n_items (gtk_drop_down_get_model (drop_down));

  if (n > 0)
    gtk_drop_down_set_selected (drop_down, (guint) hands_number (self, 0, n));
}

/* Goes to any widget, then perhaps a step on by the keys. */
static void
walk (const Hands *self,
      GtkWidget   *root)
{
  GtkWidget *widget = find_one (self, root, can_be_touched, NULL);

  if (widget == NULL)
    return;

  hands_tell (self, "  to %s", G_OBJECT_TYPE_NAME (widget));
  gtk_widget_grab_focus (widget);
  if (hands_chance (self, 50))
    gtk_widget_child_focus (root, (GtkDirectionType) hands_number (self, GTK_DIR_TAB_FORWARD,
                                                                   GTK_DIR_RIGHT + 1));
  hands_let_run (self, 20);
}

/* Which widget it is: what it stands in, up to Outlay's own. */
void
hands_tell_place (const Hands *self,
                  GtkWidget   *widget)
{
  g_autoptr (GString) text = g_string_new (G_OBJECT_TYPE_NAME (widget));

  for (GtkWidget *parent = gtk_widget_get_parent (widget);
       parent != NULL;
       parent = gtk_widget_get_parent (parent))
    {
      g_string_append_printf (text, " < %s", G_OBJECT_TYPE_NAME (parent));
      if (GTK_IS_MENU_BUTTON (parent))
        g_string_append_printf (text, " (%d x %d)", gtk_widget_get_width (parent),
                                gtk_widget_get_height (parent));
      if (g_str_has_prefix (G_OBJECT_TYPE_NAME (parent), "Outlay"))
        break;
    }

  hands_tell (self, "  %s", text->str);
}

static void
touch (const Hands *self,
       GtkWidget   *widget)
{
  hands_tell_place (self, widget);

  if (GTK_IS_SPIN_BUTTON (widget))
    turn (self, gtk_spin_button_get_adjustment (GTK_SPIN_BUTTON (widget)));
  else if (GTK_IS_RANGE (widget))
    turn (self, gtk_range_get_adjustment (GTK_RANGE (widget)));
  else if (GTK_IS_DROP_DOWN (widget))
    choose (self, GTK_DROP_DOWN (widget));
  else if (GTK_IS_EDITABLE (widget))
    type_something (self, GTK_EDITABLE (widget));
  else if (GTK_IS_MENU_BUTTON (widget))
    gtk_menu_button_popup (GTK_MENU_BUTTON (widget));
  else if (GTK_IS_BUTTON (widget))
    /* By Enter it would click a quarter of a second later, among other actions. */
    g_signal_emit_by_name (widget, "clicked");
  else
    gtk_widget_activate (widget);
}

static gboolean
is_popover (GtkWidget *widget,
            gpointer   data)
{
  return GTK_IS_POPOVER (widget) && gtk_popover_get_autohide (GTK_POPOVER (widget));
}

void
hands_click_beside (const Hands *self,
                    GtkWidget   *root)
{
  GtkWidget *popover;

  while ((popover = find_one (self, root, is_popover, NULL)) != NULL)
    {
      gtk_popover_popdown (GTK_POPOVER (popover));
      hands_let_run (self, 1);
    }
}

/* What has popped up is in the way of all else: it is used, or clicked away. */
void
hands_touch (const Hands *self,
             GtkWidget   *root)
{
  g_autoptr (GPtrArray) popovers = g_ptr_array_new ();
  g_autoptr (GtkWidget) widget = NULL;

  collect (root, is_popover, NULL, popovers);
  if (popovers->len == 1 && hands_chance (self, 60))
    root = popovers->pdata[0];
  else
    hands_click_beside (self, root);

  if (hands_chance (self, 40))
    walk (self, root);

  widget = find_one (self, root, can_be_touched_now, NULL);
  if (widget != NULL)
    touch (self, g_object_ref (widget));
}

void
hands_let_run (const Hands *self,
               guint        milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * G_TIME_SPAN_MILLISECOND;

  do
    {
      while (g_main_context_iteration (NULL, FALSE));
      if (milliseconds > 0)
        g_usleep (2000);
    }
  while (g_get_monotonic_time () < end);
}
