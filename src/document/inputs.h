/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenario.h"

G_BEGIN_DECLS

typedef enum
{
  OUTLAY_INPUT_NUMBER,   /* double */
  OUTLAY_INPUT_WHOLE,    /* gint64 */
  OUTLAY_INPUT_TEXT,     /* char * */
  OUTLAY_INPUT_FLAG,     /* gboolean */
  OUTLAY_INPUT_CHOICE,   /* an enumeration */
  OUTLAY_INPUT_MONTH,    /* int: "2026-12" as year * 12 + month - 1 */
  OUTLAY_INPUT_DATE,     /* int: "2026-08-17" as 20260817, 0 for null */
  OUTLAY_INPUT_PAIR,     /* OutlayPair: [start, end] */
  OUTLAY_INPUT_RANGE,    /* OutlayRange: [low, likely, high], rising */
  OUTLAY_INPUT_NUMBERS,  /* double * and a count */
  OUTLAY_INPUT_OBJECT,   /* a struct */
  OUTLAY_INPUT_OPTIONAL, /* a pointer to a struct, or NULL for null */
  OUTLAY_INPUT_LIST,     /* a pointer to structs and a count */
  OUTLAY_INPUT_MIX,      /* OutlayPair *, one a task, or NULL for null */
  OUTLAY_INPUT_RULES     /* OutlayTier (*)[OUTLAY_N_LEVELS], one a task */
} OutlayInputType;

typedef enum
{
  OUTLAY_INPUT_REQUIRED = 1 << 0, /* must be given in a list entry */
  OUTLAY_INPUT_NULLABLE = 1 << 1, /* null is NaN, OUTLAY_NONE or NULL */
  OUTLAY_INPUT_NAME     = 1 << 2, /* of TEXT: not empty */
  OUTLAY_INPUT_UNIQUE   = 1 << 3  /* of TEXT: once in its list */
} OutlayInputFlags;

typedef struct _OutlayInputTable OutlayInputTable;

/**
 * OutlayInput:
 * @key: its name in a file
 * @type: what it is, and so what lies at @offset
 * @offset: of the member in the struct that the table describes
 * @count_offset: of a list's or of numbers': its count, a guint
 * @flags: see #OutlayInputFlags
 * @min: least value; of a list or of numbers: of their entries
 * @max: largest value
 * @fallback: the default in a list entry; NaN is null
 * @n_min: fewest entries of a list or of numbers
 * @n_max: most entries
 * @choices: (array zero-terminated=1): names of a choice's values, in their order
 * @table: what an object or a list's entry holds
 * @variants: a bit for each value of the table's discriminator with which the
 *   key may stand; 0 for all
 * @unit: (nullable): what its value counts
 * @label: its name for people, to be translated
 * @help: (nullable): one sentence more, to be translated
 *
 * One input of a scenario or a catalogue. Reader, writer, checks, the limits of
 * dials, the schema and help are all made from these rows.
 */
typedef struct
{
  const char             *key;
  OutlayInputType         type;
  gsize                   offset;
  gsize                   count_offset;
  OutlayInputFlags        flags;
  double                  min;
  double                  max;
  double                  fallback;
  guint                   n_min;
  guint                   n_max;
  const char * const     *choices;
  const OutlayInputTable *table;
  guint                   variants;
  const char             *unit;
  const char             *label;
  const char             *help;
} OutlayInput;

/**
 * OutlayInputTable:
 * @inputs: the rows, in the order in which they are written
 * @n_inputs: how many
 * @size: of the struct that they describe, in bytes
 * @discriminator: (nullable): key of the choice that tells which rows apply
 */
struct _OutlayInputTable
{
  const OutlayInput *inputs;
  guint              n_inputs;
  gsize              size;
  const char        *discriminator;
};

extern const OutlayInputTable outlay_scenario_inputs;
extern const OutlayInputTable outlay_prices_inputs;
extern const OutlayInputTable outlay_catalogue_inputs;

const OutlayInput *outlay_input_table_find       (const OutlayInputTable *table,
                                                  const char             *key);
gboolean           outlay_input_applies          (const OutlayInput      *input,
                                                  const OutlayInputTable *table,
                                                  gconstpointer           object);
gpointer           outlay_input_member           (const OutlayInput      *input,
                                                  gpointer                object);
gconstpointer      outlay_input_const_member     (const OutlayInput      *input,
                                                  gconstpointer           object);
guint              outlay_input_get_count        (const OutlayInput      *input,
                                                  gconstpointer           object);
void               outlay_input_set_count        (const OutlayInput      *input,
                                                  gpointer                object,
                                                  guint                   count);
char              *outlay_input_describe_allowed (const OutlayInput      *input);

G_END_DECLS
