/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Short forms for the rows of a table of inputs. Private to the tables. */
#pragma once

#include "inputs.h"

#include <math.h>

#define OUTLAY_INPUT_PLAIN 0

#define ROW(Type, kind, key_, member, label_, ...) \
  { .key = key_, .type = OUTLAY_INPUT_##kind, \
    .offset = G_STRUCT_OFFSET (Type, member), .label = label_, __VA_ARGS__ }

#define NUMBER(Type, key_, member, min_, max_, label_, ...) \
  ROW (Type, NUMBER, key_, member, label_, .min = min_, .max = max_, ##__VA_ARGS__)

#define WHOLE(Type, key_, member, min_, max_, label_, ...) \
  ROW (Type, WHOLE, key_, member, label_, .min = min_, .max = max_, ##__VA_ARGS__)

#define TEXT(Type, key_, member, flags_, label_, ...) \
  ROW (Type, TEXT, key_, member, label_, .flags = OUTLAY_INPUT_##flags_, ##__VA_ARGS__)

#define FLAG(Type, key_, member, label_, ...) \
  ROW (Type, FLAG, key_, member, label_, ##__VA_ARGS__)

#define CHOICE(Type, key_, member, choices_, label_, ...) \
  ROW (Type, CHOICE, key_, member, label_, .choices = choices_, ##__VA_ARGS__)

#define PAIR(Type, key_, member, min_, max_, label_, ...) \
  ROW (Type, PAIR, key_, member, label_, .min = min_, .max = max_, ##__VA_ARGS__)

#define RANGE(Type, key_, member, min_, max_, label_, ...) \
  ROW (Type, RANGE, key_, member, label_, .min = min_, .max = max_, ##__VA_ARGS__)

#define OBJECT(Type, key_, member, table_, label_, ...) \
  ROW (Type, OBJECT, key_, member, label_, .table = &table_, ##__VA_ARGS__)

#define LIST(Type, key_, member, count_, table_, n_min_, n_max_, label_, ...) \
  ROW (Type, LIST, key_, member, label_, .table = &table_, \
       .count_offset = G_STRUCT_OFFSET (Type, count_), \
       .n_min = n_min_, .n_max = n_max_, ##__VA_ARGS__)

#define TABLE(rows, Type) \
  { rows, G_N_ELEMENTS (rows), sizeof (Type), NULL }

#define VARIANT_TABLE(rows, Type, discriminator_) \
  { rows, G_N_ELEMENTS (rows), sizeof (Type), discriminator_ }
