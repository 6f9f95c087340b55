package org.rongyi.platform.ui;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Ids;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * 页框: what stands around every page.
 *
 * @param user null for a visitor
 * @param posts the posts the user may work under, the active one among them
 * @param banners notices that concern the whole installation, such as 演示数据
 * @param path path and query of this page, to come back to it
 * @param proposed what is shown here that the office has yet to confirm, by name
 * @param today the business day by the installation's clock
 */
public record Frame(
        @Nullable User user,
        List<Post> posts,
        List<Item> menu,
        List<String> banners,
        Csrf csrf,
        boolean elder,
        @Nullable Flash flash,
        String path,
        List<String> proposed,
        LocalDate today) {

    /** Where everybody finds his messages: a door at the top of each page instead of in the menu. */
    public static final String INBOX = "/messages";

    /** Entries the bottom bar of a phone shows beside 更多, when there are more than five. */
    private static final int ON_THE_BAR = 4;

    /** Who is signed in: name, the post's label (站务员), the unit's name; a veteran has neither post nor unit. */
    public record User(
            String name, @Nullable String post, @Nullable String unit) {}

    /** One post to work under. */
    public record Post(UUID id, String label, boolean active) {}

    /** A menu entry this user may open, and how many things wait for him there. */
    public record Item(String label, String path, Icon icon, boolean active, long waiting) {

        public Item(String label, String path, Icon icon, boolean active) {
            this(label, path, icon, active, 0);
        }
    }

    /** What every form sends back to prove it is ours. */
    public record Csrf(String parameter, String token) {}

    public Frame {
        posts = List.copyOf(posts);
        menu = List.copyOf(menu);
        banners = List.copyOf(banners);
        proposed = List.copyOf(proposed);
    }

    /** The frame of somebody who has not signed in; the others are made of it. */
    public static Frame visitor(HttpServletRequest request, LocalDate today) {
        var query = request.getQueryString();
        var path = request.getRequestURI() + (query == null ? "" : "?" + query);
        var csrf = request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new Csrf(token.getParameterName(), token.getToken())
                : new Csrf("_csrf", "");
        return new Frame(
                null,
                List.of(),
                List.of(),
                List.of(),
                csrf,
                ElderMode.isOn(request),
                Flash.of(request),
                mayBeAskedAgain(request) ? path : "/",
                List.of(),
                today);
    }

    private static boolean mayBeAskedAgain(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.REQUEST && "GET".equals(request.getMethod());
    }

    public Frame signedIn(User who, List<Post> herPosts) {
        return new Frame(who, herPosts, menu, banners, csrf, elder, flash, path, proposed, today);
    }

    public Frame withMenu(List<Item> entries) {
        return new Frame(user, posts, entries, banners, csrf, elder, flash, path, proposed, today);
    }

    /** The menu says where the page is: behind the door it names or its address begins with, else where its way from the top begins. */
    Frame showing(Page page) {
        var door = page.door();
        if (door != null) {
            return behind(door);
        }
        var way = page.crumbs();
        return way.isEmpty() || menu.stream().anyMatch(Item::active)
                ? this
                : behind(way.getFirst().path());
    }

    /** The entry with this path is the active one; the others are not. Without such an entry all stays as it is. */
    public Frame behind(String door) {
        if (menu.stream().noneMatch(item -> item.path().equals(door))) {
            return this;
        }
        return withMenu(menu.stream()
                .map(item -> new Item(
                        item.label(), item.path(), item.icon(), item.path().equals(door), item.waiting()))
                .toList());
    }

    public Frame withBanners(List<String> notices) {
        return new Frame(user, posts, menu, notices, csrf, elder, flash, path, proposed, today);
    }

    public Frame resting(List<String> names) {
        return new Frame(user, posts, menu, banners, csrf, elder, flash, path, names, today);
    }

    /** A new command id for a form on this page. */
    public UUID nextCommand() {
        return Ids.next();
    }

    /** The post the page was opened under; forms send it back. */
    public Optional<UUID> activePost() {
        return posts.stream().filter(Post::active).map(Post::id).findFirst();
    }

    /** Where a list that is paged by {@code after} begins; none when this is its first page. */
    public @Nullable String firstPage() {
        var first = path.replaceFirst("[?&]after=[^&]*", "");
        return first.equals(path) ? null : first.contains("?") ? first : first.replaceFirst("&", "?");
    }

    /** The door to the messages, with how many are unread; none for whoever has no inbox. */
    public @Nullable Item inbox() {
        return menu.stream()
                .filter(item -> item.path().equals(INBOX))
                .findFirst()
                .orElse(null);
    }

    /** The doors of the menu. */
    public List<Item> doors() {
        return menu.stream().filter(item -> !item.path().equals(INBOX)).toList();
    }

    /** What a phone shows at the bottom edge. */
    public List<Item> bar() {
        var doors = doors();
        return doors.size() <= ON_THE_BAR + 1 ? doors : doors.subList(0, ON_THE_BAR);
    }

    /** Things that wait behind the doors under 更多. */
    public long waitingUnderMore() {
        return more().stream().mapToLong(Item::waiting).sum();
    }

    /** What a phone shows under 更多. */
    public List<Item> more() {
        var doors = doors();
        return doors.size() <= ON_THE_BAR + 1 ? List.of() : doors.subList(ON_THE_BAR, doors.size());
    }
}
