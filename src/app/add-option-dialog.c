/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "add-option-dialog.h"

#include "break-box.h"
#include "catalogue-list.h"
#include "drop-down-label.h"
#include "factor-choice.h"
#include "help.h"
#include "model-menu.h"
#include "option-preview.h"
#include "option-terms.h"
#include "price-table.h"
#include "routing-editor.h"
#include "scenario-edits.h"
#include "setters.h"
#include "view-state.h"
#include "widgets/sentence.h"

#include <glib/gi18n.h>

/**
 * OutlayAddOptionDialog:
 *
 * Adds an option, or edits one: a model or a plan of the catalogue, or a routing
 * policy. Below the list stand the chosen one's prices by date, its terms, and
 * what it would cost on the work at hand.
 *
 * # Keys
 *
 * The search has the keyboard at first. Enter in it, or in the table, adds;
 * Escape closes.
 */
struct _OutlayAddOptionDialog
{
  AdwWindow             parent_instance;

  GtkButton            *done_button;
  GtkStack             *stack;
  OutlayCatalogueList  *models;
  OutlayCatalogueList  *plans;
  OutlayRoutingEditor  *routing;
  GtkEntry             *name_entry;
  GtkLabel             *about_label;
  GtkGrid              *prices;
  GtkWidget            *plan_model_box;
  GtkDropDown          *plan_model;
  GtkWidget            *price_factor_child;
  OutlayFactorChoice   *price_factor;
  GtkDropDown          *cache;
  OutlayFactorChoice   *effort;
  OutlayOptionPreview  *preview;

  OutlaySession        *session;
  OutlayScenario       *scenario; /* as it was when the dialog opened */
  char                 *option_id; /* of the option that is edited, or NULL */
  OutlayOption          option;   /* as the dialog stands */
  gboolean              named;    /* the name is the person's own */
  gboolean              priced;   /* so is the model that a plan's work is priced on */
  gboolean              ready;
};

G_DEFINE_FINAL_TYPE (OutlayAddOptionDialog, outlay_add_option_dialog, ADW_TYPE_WINDOW)

static OutlayOptionKind
outlay_add_option_dialog_get_kind (OutlayAddOptionDialog *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->stack);

  if (g_strcmp0 (name, "plan") == 0)
    return OUTLAY_OPTION_PLAN;
  if (g_strcmp0 (name, "routing") == 0)
    return OUTLAY_OPTION_ROUTING;

  return OUTLAY_OPTION_MODEL;
}

static OutlayCatalogueItem *
outlay_add_option_dialog_get_item (OutlayAddOptionDialog *self)
{
  switch (outlay_add_option_dialog_get_kind (self))
    {
    case OUTLAY_OPTION_MODEL:
      return outlay_catalogue_list_get_selected (self->models);
    case OUTLAY_OPTION_PLAN:
      return outlay_catalogue_list_get_selected (self->plans);
    case OUTLAY_OPTION_ROUTING:
    default:
      return NULL;
    }
}

static const char *
outlay_add_option_dialog_get_plain_name (OutlayAddOptionDialog *self)
{
  OutlayCatalogueItem *item = outlay_add_option_dialog_get_item (self);

  return item != NULL ? outlay_catalogue_item_get_name (item) : _("Routing");
}

static gboolean
is_blank (const char *text)
{
  g_autofree char *copy = g_strdup (text);

  return *g_strstrip (copy) == '\0';
}

/* The option as the dialog stands; its texts are borrowed from what is chosen.
 * FALSE if nothing is. */
static gboolean
outlay_add_option_dialog_build (OutlayAddOptionDialog *self)
{
  OutlayOption *option = &self->option;
  OutlayOptionKind kind = outlay_add_option_dialog_get_kind (self);
  OutlayCatalogueItem *item = outlay_add_option_dialog_get_item (self);
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->name_entry));

  *option = (OutlayOption) {
    .kind = kind,
    .escalate_to = OUTLAY_NONE,
    .effort = outlay_factor_choice_get_value (self->effort),
    .cache = (OutlayCache) gtk_drop_down_get_selected (self->cache),
    .price_factor = kind != OUTLAY_OPTION_PLAN
                      ? outlay_factor_choice_get_value (self->price_factor) : 1,
  };
  if (kind == OUTLAY_OPTION_ROUTING)
    {
      outlay_routing_editor_fill (self->routing, option);
    }
  else
    {
      if (item == NULL)
        return FALSE;
      option->model = (char *) outlay_catalogue_item_get_id (item);
    }

  if (kind == OUTLAY_OPTION_PLAN)
    {
      OutlayCatalogueItem *model = gtk_drop_down_get_selected_item (self->plan_model);

      option->plan = option->model;
      option->model = (char *) outlay_catalogue_item_get_id (model);
    }
  option->name = (char *) (self->named ? typed
                                       : outlay_add_option_dialog_get_plain_name (self));

  return TRUE;
}

/* What has no name of its own is named as what is chosen. */
static void
outlay_add_option_dialog_update_name (OutlayAddOptionDialog *self)
{
  const char *name = outlay_add_option_dialog_get_plain_name (self);
  gboolean ready = self->ready;

  gtk_entry_set_placeholder_text (self->name_entry, name);
  if (self->named || gtk_widget_get_state_flags (GTK_WIDGET (self->name_entry)) & GTK_STATE_FLAG_FOCUS_WITHIN)
    return;

  self->ready = FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->name_entry), name);
  self->ready = ready;
}

static void
outlay_add_option_dialog_update (OutlayAddOptionDialog *self)
{
  OutlayOptionKind kind = outlay_add_option_dialog_get_kind (self);
  OutlayCatalogueItem *item = outlay_add_option_dialog_get_item (self);
  gboolean built = outlay_add_option_dialog_build (self);
  g_autofree char *about = outlay_price_table_describe (item);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.done", built);
  gtk_widget_set_visible (self->plan_model_box, kind == OUTLAY_OPTION_PLAN);
  gtk_widget_set_visible (self->price_factor_child, kind != OUTLAY_OPTION_PLAN);
  outlay_add_option_dialog_update_name (self);
  outlay_label_set_sentence (self->about_label, about);
  gtk_widget_set_visible (GTK_WIDGET (self->about_label), about != NULL);
  outlay_set_tooltip (GTK_WIDGET (self->about_label), about);
  outlay_price_table_fill (self->prices, kind == OUTLAY_OPTION_MODEL ? item : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->preview), built);
  if (built)
    outlay_option_preview_show (self->preview, self->session, &self->option, self->option_id);
}

static void
on_changed (OutlayAddOptionDialog *self)
{
  if (self->ready)
    outlay_add_option_dialog_update (self);
}

/* A plan works with its own vendor's models, unless the person says otherwise. */
static void
on_plan_selected (OutlayAddOptionDialog *self)
{
  OutlayCatalogueItem *plan = outlay_catalogue_list_get_selected (self->plans);

  if (!self->ready)
    return;

  if (plan != NULL && !self->priced)
    {
      self->ready = FALSE;
      outlay_model_menu_suggest (self->plan_model, outlay_catalogue_item_get_plan (plan),
                                 self->scenario);
      self->ready = TRUE;
    }
  outlay_add_option_dialog_update (self);
}

static void
on_plan_model_selected (OutlayAddOptionDialog *self)
{
  self->priced |= self->ready;
  on_changed (self);
}

static void
on_name_typed (OutlayAddOptionDialog *self)
{
  if (!self->ready)
    return;

  self->named = !is_blank (gtk_editable_get_text (GTK_EDITABLE (self->name_entry)));
  outlay_add_option_dialog_update (self);
}

static void
on_chosen (OutlayAddOptionDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "dialog.done", NULL);
}

static void
outlay_add_option_dialog_add (OutlayAddOptionDialog *self,
                              const OutlayPrices    *catalogue)
{
  OutlayScenario *draft = outlay_session_begin_edit (self->session);
  g_autofree char *name = g_strdup_printf (_("Add %s"), self->option.name);
  g_autofree char *id = NULL;

  outlay_draft_add_option (draft, &self->option, catalogue);
  id = g_strdup (draft->options[draft->n_options - 1].id);
  outlay_session_commit_edit (self->session, draft, name, NULL);
  outlay_session_set_focus (self->session, id);
}

static void
outlay_add_option_dialog_replace (OutlayAddOptionDialog *self,
                                  const OutlayPrices    *catalogue)
{
  int position = outlay_scenario_find_option (outlay_session_get_scenario (self->session),
                                              self->option_id);
  g_autofree char *name = g_strdup_printf (_("Edit %s"), self->option.name);
  OutlayScenario *draft;

  /* It went while the dialog was open. */
  if (position < 0)
    {
      outlay_add_option_dialog_add (self, catalogue);
      return;
    }

  draft = outlay_session_begin_edit (self->session);
  outlay_draft_replace_option (draft, (guint) position, &self->option, catalogue);
  outlay_session_commit_edit (self->session, draft, name, NULL);
}

static void
action_done (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  OutlayAddOptionDialog *self = OUTLAY_ADD_OPTION_DIALOG (widget);
  const OutlayPrices *catalogue =
    outlay_catalogue_get_prices (outlay_session_get_catalogue (self->session));

  if (!outlay_add_option_dialog_build (self))
    return;

  if (self->option_id != NULL)
    outlay_add_option_dialog_replace (self, catalogue);
  else
    outlay_add_option_dialog_add (self, catalogue);
  gtk_window_close (GTK_WINDOW (self));
}

static void
outlay_add_option_dialog_get_property (GObject    *object,
                                       guint       prop_id,
                                       GValue     *value,
                                       GParamSpec *pspec)
{
  OutlayAddOptionDialog *self = OUTLAY_ADD_OPTION_DIALOG (object);

  /* The switch asks while the template is being made. */
  g_value_set_string (value, self->stack != NULL
                               ? gtk_stack_get_visible_child_name (self->stack) : "model");
}

static void
outlay_add_option_dialog_set_property (GObject      *object,
                                       guint         prop_id,
                                       const GValue *value,
                                       GParamSpec   *pspec)
{
  OutlayAddOptionDialog *self = OUTLAY_ADD_OPTION_DIALOG (object);

  gtk_stack_set_visible_child_name (self->stack, g_value_get_string (value));
  g_object_notify_by_pspec (object, pspec);
  if (!self->ready)
    return;

  outlay_add_option_dialog_update (self);
  gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
outlay_add_option_dialog_dispose (GObject *object)
{
  OutlayAddOptionDialog *self = OUTLAY_ADD_OPTION_DIALOG (object);

  self->ready = FALSE;
  gtk_widget_dispose_template (GTK_WIDGET (self), OUTLAY_TYPE_ADD_OPTION_DIALOG);

  G_OBJECT_CLASS (outlay_add_option_dialog_parent_class)->dispose (object);
}

static void
outlay_add_option_dialog_finalize (GObject *object)
{
  OutlayAddOptionDialog *self = OUTLAY_ADD_OPTION_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->scenario, outlay_scenario_unref);
  g_free (self->option_id);

  G_OBJECT_CLASS (outlay_add_option_dialog_parent_class)->finalize (object);
}

#define BIND(name) \
  gtk_widget_class_bind_template_child (widget_class, OutlayAddOptionDialog, name)

static void
outlay_add_option_dialog_bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (OUTLAY_TYPE_BREAK_BOX);
  g_type_ensure (OUTLAY_TYPE_CATALOGUE_LIST);
  g_type_ensure (OUTLAY_TYPE_FACTOR_CHOICE);
  g_type_ensure (OUTLAY_TYPE_OPTION_PREVIEW);
  g_type_ensure (OUTLAY_TYPE_ROUTING_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/add-option-dialog.ui");
  BIND (done_button);
  BIND (stack);
  BIND (models);
  BIND (plans);
  BIND (routing);
  BIND (name_entry);
  BIND (about_label);
  BIND (prices);
  BIND (plan_model_box);
  BIND (plan_model);
  BIND (price_factor_child);
  BIND (price_factor);
  BIND (cache);
  BIND (effort);
  BIND (preview);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_name_typed);
  gtk_widget_class_bind_template_callback (widget_class, on_plan_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_plan_model_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
}

static void
outlay_add_option_dialog_class_init (OutlayAddOptionDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = outlay_add_option_dialog_dispose;
  object_class->finalize = outlay_add_option_dialog_finalize;
  object_class->get_property = outlay_add_option_dialog_get_property;
  object_class->set_property = outlay_add_option_dialog_set_property;

  /**
   * OutlayAddOptionDialog:kind:
   *
   * Which page is shown: `model`, `plan` or `routing`.
   */
  g_object_class_install_property (object_class, 1,
    g_param_spec_string ("kind", NULL, NULL, "model",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));

  gtk_widget_class_install_property_action (widget_class, "dialog.kind", "kind");
  gtk_widget_class_install_action (widget_class, "dialog.done", NULL, action_done);
  outlay_window_class_add_help_key (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  outlay_add_option_dialog_bind_template (widget_class);
}

static void
outlay_add_option_dialog_init (OutlayAddOptionDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  outlay_cache_menu_init (self->cache);
  outlay_effort_choice_init (self->effort);
  outlay_price_factor_choice_init (self->price_factor);
}

static void
outlay_add_option_dialog_fill_lists (OutlayAddOptionDialog *self)
{
  OutlayCatalogue *catalogue = outlay_session_get_catalogue (self->session);
  const OutlayPrices *prices = outlay_catalogue_get_prices (catalogue);
  int date = outlay_catalogue_get_date (catalogue);
  g_autoptr (GListStore) models = NULL;
  g_autoptr (GListStore) plans = outlay_catalogue_list_plans (&self->scenario->prices, prices);

  models = outlay_catalogue_list_models (&self->scenario->prices, prices, date);
  outlay_catalogue_list_show_models (self->models, models, date);
  outlay_catalogue_list_show_plans (self->plans, plans, date);
  outlay_routing_editor_set_up (self->routing, self->scenario, models);
  outlay_model_menu_fill (self->plan_model, models);
  outlay_drop_down_set_label (self->plan_model, _("Work priced on"));
}

static void
outlay_add_option_dialog_show_option (OutlayAddOptionDialog *self,
                                      const OutlayOption    *option)
{
  static const char * const kinds[] = { "model", "routing", "plan" };

  g_object_set (self, "kind", kinds[option->kind], NULL);
  gtk_drop_down_set_selected (self->cache, option->cache);
  outlay_factor_choice_set_value (self->effort, option->effort);
  outlay_factor_choice_set_value (self->price_factor, option->price_factor);

  if (option->kind == OUTLAY_OPTION_ROUTING)
    outlay_routing_editor_show (self->routing, option);
  else if (option->kind == OUTLAY_OPTION_MODEL)
    outlay_catalogue_list_select (self->models, option->model);
  else
    outlay_catalogue_list_select (self->plans, option->plan);
  if (option->kind == OUTLAY_OPTION_PLAN)
    outlay_model_menu_select (self->plan_model, option->model);
  self->priced = option->kind == OUTLAY_OPTION_PLAN;

  self->named = g_strcmp0 (option->name, outlay_add_option_dialog_get_plain_name (self)) != 0;
  gtk_editable_set_text (GTK_EDITABLE (self->name_entry), option->name);
}

/**
 * outlay_add_option_dialog_present:
 * @parent: a widget in the window that the dialog belongs to
 * @session: the session
 * @option_id: (nullable): the option to edit, or %NULL to add one
 *
 * Opens the dialog.
 *
 * Returns: (transfer none): the dialog
 */
GtkWidget *
outlay_add_option_dialog_present (GtkWidget     *parent,
                                  OutlaySession *session,
                                  const char    *option_id)
{
  OutlayAddOptionDialog *self;
  int position;

  self = g_object_new (OUTLAY_TYPE_ADD_OPTION_DIALOG,
                       "transient-for", gtk_widget_get_root (parent), NULL);
  self->session = g_object_ref (session);
  self->scenario = outlay_scenario_ref (outlay_session_get_scenario (session));
  outlay_add_option_dialog_fill_lists (self);

  position = outlay_scenario_find_option (self->scenario, option_id);
  if (position >= 0)
    {
      self->option_id = g_strdup (option_id);
      gtk_window_set_title (GTK_WINDOW (self), _("Edit an Option"));
      gtk_button_set_label (self->done_button, _("_Save"));
      outlay_add_option_dialog_show_option (self, &self->scenario->options[position]);
    }

  self->ready = TRUE;
  on_plan_selected (self);
  gtk_widget_grab_focus (gtk_stack_get_visible_child (self->stack));
  gtk_window_present (GTK_WINDOW (self));

  return GTK_WIDGET (self);
}
