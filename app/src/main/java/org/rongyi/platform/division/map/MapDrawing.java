package org.rongyi.platform.division.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * 地图: areas shaded by a number, and dots on them; every one a link.
 *
 * @param label what the drawing shows, for whoever hears it
 * @param here where the reader stands, if he said so
 */
public record MapDrawing(
        String label, List<Area> areas, List<Dot> dots, List<Key> legend, Outlines.@Nullable Spot here) {

    private static final int SHADES = 4;

    /** Of nobody who said where he stands. */
    public MapDrawing(String label, List<Area> areas, List<Dot> dots, List<Key> legend) {
        this(label, areas, dots, legend, null);
    }

    /** 审图号 of the map; none: it is no official one. */
    public @Nullable String number() {
        return areas.getFirst().outline().number();
    }

    /**
     * An area; its name is written on it when there is room.
     *
     * @param shade 0 nothing … 4 most
     */
    public record Area(
            Outlines.Outline outline,
            String name,
            String words,
            @Nullable String path,
            int shade) {}

    /** 市、区、县 need not be written on every area: there is little room. */
    public static String shortName(String name) {
        return name.replaceFirst("(市|区|县|自治县)$", "");
    }

    /** A station. */
    public record Dot(Outlines.Spot at, String name, String path) {}

    /** What a shade means, in words. */
    public record Key(int shade, String words) {}

    /** How wide a fourth of the numbers is: shades are equal steps up to the largest. */
    private static long step(long most) {
        return Math.max(1, (most + SHADES - 1) / SHADES);
    }

    /** The shade of a number beside the largest one. */
    public static int shade(long number, long most) {
        long step = step(most);
        return number <= 0 ? 0 : (int) ((number + step - 1) / step);
    }

    /** @param unit what is counted: 个, 人次 */
    public static List<Key> legend(long most, String unit) {
        long step = step(most);
        var keys = new ArrayList<Key>(List.of(new Key(0, "没有")));
        for (int shade = 1; shade <= SHADES && (shade - 1) * step < most; shade++) {
            long low = (shade - 1) * step + 1;
            long high = shade * step;
            keys.add(new Key(shade, (low == high ? "" + low : low + "至" + high) + unit));
        }
        return keys;
    }

    private double left() {
        return rings(Double.MAX_VALUE, (least, spot) -> Math.min(least, spot.x()));
    }

    private double top() {
        return rings(Double.MAX_VALUE, (least, spot) -> Math.min(least, spot.y()));
    }

    private double width() {
        return rings(-Double.MAX_VALUE, (most, spot) -> Math.max(most, spot.x())) - left();
    }

    private double height() {
        return rings(-Double.MAX_VALUE, (most, spot) -> Math.max(most, spot.y())) - top();
    }

    private interface Fold {
        double apply(double so, Outlines.Spot spot);
    }

    private double rings(double start, Fold fold) {
        double so = start;
        for (var area : areas) {
            for (var ring : area.outline().rings()) {
                for (var spot : ring) {
                    so = fold.apply(so, spot);
                }
            }
        }
        return here == null ? so : fold.apply(so, here);
    }

    /** The part of the plane that holds every area and the reader, with a margin. */
    public String viewBox() {
        double margin = width() / 50;
        return String.format(
                Locale.ROOT,
                "%.0f %.0f %.0f %.0f",
                left() - margin,
                top() - margin,
                width() + 2 * margin,
                height() + 2 * margin);
    }

    /** A length of so many thousandths of the drawing's longer side. */
    public String size(double thousandths) {
        return String.format(Locale.ROOT, "%.1f", Math.max(width(), height()) * thousandths / 1000);
    }

    public String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
