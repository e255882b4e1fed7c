/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "price-window.h"

G_BEGIN_DECLS

/* A price book in a folder of its own, and a list in LiteLLM's form: of 7 rows 3 are
 * taken, one of them free. */
typedef struct
{
  char             *folder;
  OutlayPriceShelf *shelf;
} PriceFolder;

void   price_folder_init   (PriceFolder      *prices);
void   price_folder_clear  (PriceFolder      *prices);
GFile *price_folder_write  (PriceFolder      *prices,
                            const char       *text);
void   price_folder_import (PriceFolder      *prices,
                            const char       *text);
void   wait_for_shelf      (OutlayPriceShelf *shelf);

#define PRICE_LIST \
  "{\"sample_spec\": {\"input_cost_per_token\": 0}," \
  " \"deepseek/deepseek-v4-pro\": {\"litellm_provider\": \"deepseek\", \"mode\": \"chat\"," \
  "  \"max_input_tokens\": 1000000, \"max_output_tokens\": 64000," \
  "  \"input_cost_per_token\": 0.9e-6, \"output_cost_per_token\": 1.8e-6}," \
  " \"acme/parrot\": {\"litellm_provider\": \"acme\", \"mode\": \"chat\"," \
  "  \"max_input_tokens\": 200000, \"input_cost_per_token\": 2e-6," \
  "  \"output_cost_per_token\": 1e-5}," \
  " \"acme/gift:free\": {\"litellm_provider\": \"acme\", \"mode\": \"chat\"," \
  "  \"max_input_tokens\": 1000000, \"input_cost_per_token\": 0, \"output_cost_per_token\": 0}," \
  " \"acme/painter\": {\"litellm_provider\": \"acme\", \"mode\": \"image_generation\"," \
  "  \"input_cost_per_token\": 1e-6, \"output_cost_per_token\": 1e-6}," \
  " \"acme/unpriced\": {\"litellm_provider\": \"acme\", \"mode\": \"chat\"," \
  "  \"max_input_tokens\": 100000}," \
  " \"acme/zero\": {\"litellm_provider\": \"acme\", \"mode\": \"chat\"," \
  "  \"input_cost_per_token\": 0, \"output_cost_per_token\": 0}}"

G_END_DECLS
