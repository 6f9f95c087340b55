package org.rongyi.journey.form;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.rongyi.platform.kernel.Allow;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.HtmlUtils;

/** Walks from page to page, as somebody who follows every link, and keeps the forms that stand there. */
final class Streets {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\w+}");
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");

    private static final int TASKS = 8;
    private static final int PAGES = 400;
    private static final int FORMS_ALIKE = 4;

    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}|\\d{12}");

    /** How many pages of one kind are looked at: a list has hundreds of the same, but tasks are of many kinds. */
    private final int most;

    private final List<Door> pages;
    private final Map<String, String> kinds = new HashMap<>();
    private final List<Door> doors;

    /** A route's path and what it matches. */
    record Door(String path, Pattern matches) {

        boolean leadsTo(String address) {
            return matches.matcher(address).matches();
        }
    }

    /** A form, who has it before him, and where. */
    record Found(Surfer who, String page, Form form) {}

    Streets(RequestMappingHandlerMapping mapping, int most) {
        this.most = most;
        pages = doors(mapping, RequestMethod.GET);
        doors = doors(mapping, RequestMethod.POST);
    }

    /** The fewest variables first: /persons/new is no person. */
    private static List<Door> doors(RequestMappingHandlerMapping mapping, RequestMethod verb) {
        var doors = new ArrayList<Door>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            if (handler.hasMethodAnnotation(Allow.class)
                    && info.getMethodsCondition().getMethods().contains(verb)) {
                for (var path : info.getPatternValues()) {
                    doors.add(new Door(
                            path, Pattern.compile(VARIABLE.matcher(path).replaceAll("[^/]+"))));
                }
            }
        });
        doors.sort(Comparator.comparing(
                        (Door door) -> VARIABLE.matcher(door.path()).results().count())
                .thenComparing(Door::path));
        return doors;
    }

    /** Every door that takes a form. */
    List<String> doors() {
        return doors.stream().map(Door::path).toList();
    }

    String door(String action) {
        return of(doors, action);
    }

    private static String of(List<Door> doors, String address) {
        int query = address.indexOf('?');
        var path = query < 0 ? address : address.substring(0, query);
        return doors.stream()
                .filter(door -> door.leadsTo(path))
                .map(Door::path)
                .findFirst()
                .orElse("");
    }

    /** All forms this one comes by, by the door they go to. */
    Map<String, List<Found>> walk(Surfer who, Function<String, Surfer.Answer> open) {
        var found = new TreeMap<String, List<Found>>();
        var alike = new HashMap<String, Integer>();
        var seen = new HashSet<String>();
        var ahead = new ArrayDeque<String>();
        for (var page : pages) {
            if (!page.path().contains("{") && isPage(page.path()) && seen.add(page.path())) {
                ahead.add(page.path());
            }
        }
        for (int looked = 0; looked < PAGES && !ahead.isEmpty(); looked++) {
            var path = ahead.poll();
            var answer = open.apply(path);
            if (answer.status() >= 400 || answer.body().isEmpty()) {
                continue;
            }
            keep(found, who, path, answer.body());
            LINK.matcher(answer.body())
                    .results()
                    .map(link -> HtmlUtils.htmlUnescape(link.group(1)))
                    .filter(link -> isPage(link) && seen.add(link) && isNew(link, alike))
                    .forEach(ahead::add);
        }
        return found;
    }

    private static boolean isPage(String path) {
        return !path.replaceAll("\\?.*", "").contains(".") && !path.contains("after=") && !path.startsWith("/ui/");
    }

    /** Not yet enough of its kind seen: its route and what its query asks for. */
    private boolean isNew(String link, Map<String, Integer> alike) {
        var parts = link.split("\\?", 2);
        var page = kinds.computeIfAbsent(ID.matcher(parts[0]).replaceAll("x"), same -> of(pages, link));
        var query = parts.length < 2 ? "" : parts[1].replaceAll("=[^&]*", "");
        int here = page.startsWith("/tasks/{") || page.startsWith("/cases/{") ? TASKS : most;
        return !page.isEmpty() && alike.merge(page + query, 1, Integer::sum) <= here;
    }

    /** The forms of a page that was opened, or that a form led to. */
    void keep(Map<String, List<Found>> found, Surfer who, String page, String body) {
        for (var form : Form.in(body, page)) {
            var door = door(form.action());
            var forms = found.computeIfAbsent(door, key -> new ArrayList<>());
            if (!door.isEmpty() && forms.size() < FORMS_ALIKE) {
                forms.add(new Found(who, page, form));
            }
        }
    }
}
