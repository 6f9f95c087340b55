package org.rongyi.care.fund.raising.web;

import java.util.function.UnaryOperator;

/** The words of purposes, for a statement's lines. */
public interface PurposeWords extends UnaryOperator<String> {}
