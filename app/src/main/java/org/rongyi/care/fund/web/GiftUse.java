package org.rongyi.care.fund.web;

import org.rongyi.care.fund.Lots;

/**
 * 用到了哪里, a line of it in words.
 *
 * @param part of the gift
 * @param purpose the word of the purpose
 * @param place the county, no nearer
 */
public record GiftUse(Lots.Use use, String part, String purpose, String place) {}
