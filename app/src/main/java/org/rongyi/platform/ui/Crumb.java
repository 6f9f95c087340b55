package org.rongyi.platform.ui;

/** 路径: one step of the way to a page, such as a division above the one shown. */
public record Crumb(String label, String path) {}
