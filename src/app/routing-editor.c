/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "routing-editor.h"

#include "break-box.h"
#include "choice-names.h"
#include "control-row.h"
#include "drop-down-label.h"
#include "model-menu.h"
#include "number-field.h"

#include <glib/gi18n.h>

/* Past the tiers of a rule's menu: each level of expertise has a tier. */
#define BY_LEVEL OUTLAY_N_TIERS

#define MAX_LEARNING_MONTHS 60

/**
 * OutlayRoutingEditor:
 *
 * A routing policy: which model each tier is, to which tier each task kind goes
 * (or each level of expertise with it), where a rejected attempt goes, and which
 * tier people use while they are new.
 *
 * # Signals
 *
 * - `edited`: the person changed something
 *
 * # CSS nodes
 *
 * `routingeditor` with boxed lists of rows.
 */
struct _OutlayRoutingEditor
{
  GtkWidget          parent_instance;

  GtkWidget         *scroller;
  GtkListBox        *tier_list;
  GtkListBox        *rule_list;
  GtkListBox        *more_list;

  GtkDropDown       *tiers[OUTLAY_N_TIERS];
  GPtrArray         *rules;  /* (element-type GtkDropDown), one a task */
  GPtrArray         *levels; /* (element-type GtkDropDown), OUTLAY_N_LEVELS a task */
  GtkDropDown       *escalate;
  GtkDropDown       *learning;
  OutlayNumberField *learning_months;

  OutlayTier       (*chosen)[OUTLAY_N_LEVELS]; /* what fill() lends */
  OutlayLearningTier learning_tier;
  gboolean           updating;
};

G_DEFINE_FINAL_TYPE (OutlayRoutingEditor, outlay_routing_editor, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char * const level_names[OUTLAY_N_LEVELS] = {
  NC_("level", "Novice"), NC_("level", "Intermediate"), NC_("level", "Expert")
};

static GtkDropDown *
outlay_routing_editor_get_level (OutlayRoutingEditor *self,
                                 guint                task,
                                 OutlayLevelId        level)
{
  return self->levels->pdata[task * OUTLAY_N_LEVELS + level];
}

static void
outlay_routing_editor_show_levels (OutlayRoutingEditor *self)
{
  for (guint task = 0; task < self->rules->len; task++)
    {
      GtkWidget *first = GTK_WIDGET (outlay_routing_editor_get_level (self, task, 0));
      guint rule = gtk_drop_down_get_selected (self->rules->pdata[task]);

      gtk_widget_set_visible (gtk_widget_get_ancestor (first, GTK_TYPE_FLOW_BOX),
                              rule == BY_LEVEL);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->learning_months),
                          gtk_drop_down_get_selected (self->learning) > 0);
}

/* Whoever turns to levels starts from the tier that the task had. */
static void
on_rule_selected (OutlayRoutingEditor *self,
                  GParamSpec          *pspec,
                  GtkDropDown         *menu)
{
  guint task;
  guint rule = gtk_drop_down_get_selected (menu);

  if (self->updating || !g_ptr_array_find (self->rules, menu, &task))
    return;

  self->updating = TRUE;
  for (guint level = 0; level < OUTLAY_N_LEVELS && rule < OUTLAY_N_TIERS; level++)
    gtk_drop_down_set_selected (outlay_routing_editor_get_level (self, task, level), rule);
  self->updating = FALSE;

  outlay_routing_editor_show_levels (self);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static void
on_edited (OutlayRoutingEditor *self)
{
  if (self->updating)
    return;

  outlay_routing_editor_show_levels (self);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

/* A menu of the tiers, with one more entry before or behind them. */
static GtkDropDown *
new_tier_menu (OutlayRoutingEditor *self,
               const char          *before,
               const char          *behind,
               const char          *label)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  GtkWidget *menu;

  if (before != NULL)
    gtk_string_list_append (names, before);
  for (guint i = 0; i < OUTLAY_N_TIERS; i++)
    gtk_string_list_append (names, outlay_tier_get_name ((OutlayTier) i));
  if (behind != NULL)
    gtk_string_list_append (names, behind);

  menu = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  gtk_widget_set_valign (menu, GTK_ALIGN_CENTER);
  outlay_drop_down_set_label (GTK_DROP_DOWN (menu), label);

  return GTK_DROP_DOWN (menu);
}

static GtkWidget *
new_line (const char *name,
          GtkWidget  *controls)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", name, "xalign", 0.0,
                                   "wrap", TRUE, "natural-wrap-mode", GTK_NATURAL_WRAP_NONE,
                                   NULL);
  GtkWidget *line = g_object_new (OUTLAY_TYPE_BREAK_BOX, "start", label, "end", controls, NULL);

  gtk_widget_add_css_class (line, "dial-line");

  return line;
}

static void
add_row (GtkListBox *list,
         GtkWidget  *child)
{
  GtkWidget *row = g_object_new (OUTLAY_TYPE_CONTROL_ROW, "child", child, NULL);

  gtk_list_box_append (list, row);
}

static void
outlay_routing_editor_add_tier (OutlayRoutingEditor *self,
                                OutlayTier           tier,
                                GListStore          *models)
{
  const char *name = outlay_tier_get_name ((OutlayTier) tier);
  GtkWidget *menu = gtk_drop_down_new (NULL, NULL);

  outlay_model_menu_fill (GTK_DROP_DOWN (menu), models);
  gtk_widget_set_valign (menu, GTK_ALIGN_CENTER);
  outlay_drop_down_set_label (GTK_DROP_DOWN (menu), name);
  g_signal_connect_object (menu, "notify::selected", G_CALLBACK (on_edited), self,
                           G_CONNECT_SWAPPED);
  self->tiers[tier] = GTK_DROP_DOWN (menu);
  add_row (self->tier_list, new_line (name, menu));
}

static GtkWidget *
outlay_routing_editor_new_levels (OutlayRoutingEditor *self,
                                  const char          *task)
{
  GtkWidget *flow = g_object_new (GTK_TYPE_FLOW_BOX, "selection-mode", GTK_SELECTION_NONE,
                                  "visible", FALSE, NULL);

  gtk_widget_add_css_class (flow, "dial-line");
  for (guint level = 0; level < OUTLAY_N_LEVELS; level++)
    {
      const char *name = g_dpgettext2 (NULL, "level", level_names[level]);
      g_autofree char *label = g_strdup_printf ("%s, %s", task, name);
      GtkDropDown *menu = new_tier_menu (self, NULL, NULL, label);
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      GtkWidget *caption = gtk_label_new (name);

      gtk_widget_add_css_class (caption, "caption");
      gtk_widget_add_css_class (caption, "dim-label");
      gtk_box_append (GTK_BOX (box), caption);
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (menu));
      gtk_flow_box_append (GTK_FLOW_BOX (flow),
                           g_object_new (GTK_TYPE_FLOW_BOX_CHILD, "focusable", FALSE,
                                         "child", box, NULL));
      g_signal_connect_object (menu, "notify::selected", G_CALLBACK (on_edited), self,
                               G_CONNECT_SWAPPED);
      g_ptr_array_add (self->levels, menu);
    }

  return flow;
}

static void
outlay_routing_editor_add_rule (OutlayRoutingEditor *self,
                                const char          *task)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkDropDown *menu = new_tier_menu (self, NULL, _("By expertise"), task);

  g_signal_connect_object (menu, "notify::selected", G_CALLBACK (on_rule_selected), self,
                           G_CONNECT_SWAPPED);
  g_ptr_array_add (self->rules, menu);
  gtk_box_append (GTK_BOX (box), new_line (task, GTK_WIDGET (menu)));
  gtk_box_append (GTK_BOX (box), outlay_routing_editor_new_levels (self, task));
  add_row (self->rule_list, box);
}

static void
outlay_routing_editor_add_more (OutlayRoutingEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->escalate = new_tier_menu (self, _("Same tier"), NULL, _("After a rejection"));
  g_signal_connect_object (self->escalate, "notify::selected", G_CALLBACK (on_edited), self,
                           G_CONNECT_SWAPPED);
  add_row (self->more_list, new_line (_("After a rejection"), GTK_WIDGET (self->escalate)));

  self->learning = new_tier_menu (self, _("As everybody"), NULL, _("While learning"));
  g_signal_connect_object (self->learning, "notify::selected", G_CALLBACK (on_edited), self,
                           G_CONNECT_SWAPPED);
  self->learning_months = g_object_new (OUTLAY_TYPE_NUMBER_FIELD, NULL);
  outlay_number_field_set_label (self->learning_months, _("Months of learning"));
  outlay_number_field_set_range (self->learning_months, 0, MAX_LEARNING_MONTHS, 1, TRUE);
  outlay_number_field_set_value (self->learning_months, 1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->learning_months), _("Months of learning"));
  gtk_widget_set_valign (GTK_WIDGET (self->learning_months), GTK_ALIGN_CENTER);
  g_signal_connect_object (self->learning_months, "edited", G_CALLBACK (on_edited), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->learning));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->learning_months));
  add_row (self->more_list, new_line (_("While learning"), box));
}

static void
outlay_routing_editor_dispose (GObject *object)
{
  OutlayRoutingEditor *self = OUTLAY_ROUTING_EDITOR (object);

  self->updating = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), OUTLAY_TYPE_ROUTING_EDITOR);

  G_OBJECT_CLASS (outlay_routing_editor_parent_class)->dispose (object);
}

static void
outlay_routing_editor_finalize (GObject *object)
{
  OutlayRoutingEditor *self = OUTLAY_ROUTING_EDITOR (object);

  g_ptr_array_unref (self->rules);
  g_ptr_array_unref (self->levels);
  g_free (self->chosen);

  G_OBJECT_CLASS (outlay_routing_editor_parent_class)->finalize (object);
}

static void
outlay_routing_editor_class_init (OutlayRoutingEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = outlay_routing_editor_dispose;
  object_class->finalize = outlay_routing_editor_finalize;

  signals[SIGNAL_EDITED] =
    g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/routing-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayRoutingEditor, scroller);
  gtk_widget_class_bind_template_child (widget_class, OutlayRoutingEditor, tier_list);
  gtk_widget_class_bind_template_child (widget_class, OutlayRoutingEditor, rule_list);
  gtk_widget_class_bind_template_child (widget_class, OutlayRoutingEditor, more_list);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "routingeditor");
}

static void
outlay_routing_editor_init (OutlayRoutingEditor *self)
{
  self->rules = g_ptr_array_new ();
  self->levels = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The first model of a class that has no successor. */
static void
suggest_model (GtkDropDown      *menu,
               OutlayModelClass  id)
{
  GListModel *models = gtk_drop_down_get_model (menu);

  for (guint i = 0; i < g_list_model_get_n_items (models); i++)
    {
      g_autoptr (OutlayCatalogueItem) item = g_list_model_get_item (models, i);
      const OutlayModel *model = outlay_catalogue_item_get_model (item);

      if (model->model_class == id && g_strcmp0 (model->status, "current") == 0)
        {
          gtk_drop_down_set_selected (menu, i);
          return;
        }
    }
}

static void
outlay_routing_editor_suggest (OutlayRoutingEditor  *self,
                               const OutlayScenario *scenario)
{
  suggest_model (self->tiers[OUTLAY_TIER_ECONOMY], OUTLAY_CLASS_ECONOMY);
  suggest_model (self->tiers[OUTLAY_TIER_FRONTIER], OUTLAY_CLASS_FRONTIER);
  suggest_model (self->tiers[OUTLAY_TIER_SPECIALIST], OUTLAY_CLASS_FRONTIER);
  gtk_drop_down_set_selected (self->escalate, OUTLAY_TIER_FRONTIER + 1);

  for (guint task = 0; task < scenario->n_tasks; task++)
    {
      OutlayTier tier = scenario->tasks[task].risk == OUTLAY_RISK_HIGH ? OUTLAY_TIER_FRONTIER
                                                                       : OUTLAY_TIER_ECONOMY;

      gtk_drop_down_set_selected (self->rules->pdata[task], tier);
      for (guint level = 0; level < OUTLAY_N_LEVELS; level++)
        gtk_drop_down_set_selected (outlay_routing_editor_get_level (self, task, level), tier);
    }
}

/**
 * outlay_routing_editor_set_up:
 * @self: an editor
 * @scenario: whose task kinds are routed
 * @models: an #OutlayCatalogueItem for each model that a tier can be
 *
 * Makes the rows, with a policy to begin from: what is risky goes to a frontier
 * model, the rest to an economy model, and from there on after a rejection.
 */
void
outlay_routing_editor_set_up (OutlayRoutingEditor  *self,
                              const OutlayScenario *scenario,
                              GListStore           *models)
{
  g_return_if_fail (OUTLAY_IS_ROUTING_EDITOR (self));
  g_return_if_fail (self->rules->len == 0);

  self->updating = TRUE;
  for (guint i = 0; i < OUTLAY_N_TIERS; i++)
    outlay_routing_editor_add_tier (self, i, models);
  for (guint i = 0; i < scenario->n_tasks; i++)
    outlay_routing_editor_add_rule (self, scenario->tasks[i].name);
  outlay_routing_editor_add_more (self);
  self->chosen = g_malloc0_n (scenario->n_tasks, sizeof *self->chosen);
  outlay_routing_editor_suggest (self, scenario);
  self->updating = FALSE;

  outlay_routing_editor_show_levels (self);
}

/**
 * outlay_routing_editor_show:
 * @self: an editor that is set up
 * @option: a routing option, with a rule for each task kind
 *
 * Shows a policy.
 */
void
outlay_routing_editor_show (OutlayRoutingEditor *self,
                            const OutlayOption  *option)
{
  g_return_if_fail (OUTLAY_IS_ROUTING_EDITOR (self));

  self->updating = TRUE;
  for (guint i = 0; i < OUTLAY_N_TIERS; i++)
    outlay_model_menu_select (self->tiers[i], option->tiers[i]);
  for (guint task = 0; task < self->rules->len; task++)
    {
      const OutlayTier *rule = option->rules[task];
      gboolean same = rule[0] == rule[1] && rule[1] == rule[2];

      gtk_drop_down_set_selected (self->rules->pdata[task], same ? rule[0] : BY_LEVEL);
      for (guint level = 0; level < OUTLAY_N_LEVELS; level++)
        gtk_drop_down_set_selected (outlay_routing_editor_get_level (self, task, level),
                                    rule[level]);
    }
  gtk_drop_down_set_selected (self->escalate, (guint) (option->escalate_to + 1));
  if (option->learning_tier != NULL)
    {
      gtk_drop_down_set_selected (self->learning, option->learning_tier->tier + 1);
      outlay_number_field_set_value (self->learning_months,
                                     (double) option->learning_tier->months);
    }
  self->updating = FALSE;

  outlay_routing_editor_show_levels (self);
}

/**
 * outlay_routing_editor_fill:
 * @self: an editor that is set up
 * @option: (inout): an option, which becomes a routing
 *
 * Writes the policy into an option. What it points to is lent until the next
 * call.
 */
void
outlay_routing_editor_fill (OutlayRoutingEditor *self,
                            OutlayOption        *option)
{
  guint learning;

  g_return_if_fail (OUTLAY_IS_ROUTING_EDITOR (self));

  learning = gtk_drop_down_get_selected (self->learning);
  for (guint task = 0; task < self->rules->len; task++)
    {
      guint rule = gtk_drop_down_get_selected (self->rules->pdata[task]);

      for (guint level = 0; level < OUTLAY_N_LEVELS; level++)
        self->chosen[task][level] = rule < OUTLAY_N_TIERS
          ? rule
          : gtk_drop_down_get_selected (outlay_routing_editor_get_level (self, task, level));
    }

  option->kind = OUTLAY_OPTION_ROUTING;
  for (guint i = 0; i < OUTLAY_N_TIERS; i++)
    {
      OutlayCatalogueItem *item = gtk_drop_down_get_selected_item (self->tiers[i]);

      option->tiers[i] = (char *) outlay_catalogue_item_get_id (item);
    }
  option->rules = self->chosen;
  option->escalate_to = (int) gtk_drop_down_get_selected (self->escalate) - 1;
  option->learning_tier = NULL;
  if (learning > 0)
    {
      self->learning_tier.tier = learning - 1;
      self->learning_tier.months = (gint64) outlay_number_field_get_value (self->learning_months);
      option->learning_tier = &self->learning_tier;
    }
}
