package org.rongyi.platform.ui.part;

/** 演示人物: a named person of the demo under whose account one may look around. */
public record Persona(String username, String name, String post, String unit, String level) {}
