package org.rongyi.platform.access;

import java.util.List;
import java.util.Map;

/** 登录设备: what a browser says of itself, in words its owner knows. */
final class Devices {

    /** What a browser calls itself, the more particular before what others imitate. */
    private static final List<Map.Entry<String, String>> BROWSERS = List.of(
            Map.entry("MicroMessenger", "微信"),
            Map.entry("HuaweiBrowser", "华为浏览器"),
            Map.entry("MiuiBrowser", "小米浏览器"),
            Map.entry("UCBrowser", "UC 浏览器"),
            Map.entry("QQBrowser", "QQ 浏览器"),
            Map.entry("Edg", "Edge 浏览器"),
            Map.entry("Firefox", "火狐浏览器"),
            Map.entry("Chrome", "Chrome 浏览器"),
            Map.entry("Safari", "Safari 浏览器"));

    private static final List<Map.Entry<String, String>> MACHINES = List.of(
            Map.entry("HarmonyOS", "鸿蒙手机"),
            Map.entry("Android", "安卓手机"),
            Map.entry("iPhone", "苹果手机"),
            Map.entry("iPad", "苹果平板"),
            Map.entry("Macintosh", "苹果电脑"),
            Map.entry("Windows", "Windows 电脑"),
            Map.entry("Linux", "Linux 电脑"));

    private Devices() {}

    /** 安卓手机，微信; what we do not know, as it calls itself. */
    static String name(String agent) {
        var machine = first(MACHINES, agent);
        var browser = first(BROWSERS, agent);
        if (machine.isEmpty() && browser.isEmpty()) {
            return agent.isBlank() ? "不明设备" : agent;
        }
        return machine.isEmpty() || browser.isEmpty() ? machine + browser : machine + "，" + browser;
    }

    private static String first(List<Map.Entry<String, String>> known, String agent) {
        return known.stream()
                .filter(one -> agent.contains(one.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
