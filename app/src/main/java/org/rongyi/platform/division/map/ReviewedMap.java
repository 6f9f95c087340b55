package org.rongyi.platform.division.map;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.database.WrongInput;
import org.rongyi.platform.division.map.Outlines.Outline;
import org.rongyi.platform.division.map.Outlines.Spot;
import org.rongyi.platform.kernel.DivisionCode;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * 经审核的地图: a GeoJSON file the installation brings, shown with its 审图号 (地图管理条例 第 15、18 条: 公开展示的地图应当送审并注明审图号). Each
 * feature is a Polygon or MultiPolygon in degrees with the division's code as property {@code code} or {@code adcode}, of six or
 * twelve digits.
 */
final class ReviewedMap {

    static final String FILE = "RONGYI_MAP_FILE";
    static final String NUMBER = "RONGYI_MAP_NUMBER";

    private static final Pattern REVIEWED = Pattern.compile("[A-Z\\p{IsHan}]{2,8}[（(](19|20)\\d{2}[）)]\\d{1,6}号");
    private static final long LARGEST = 64L << 20;
    private static final int CODE = 12;
    private static final int SHORT_CODE = 6;

    private final String number;

    private ReviewedMap(String number) {
        this.number = number;
    }

    /** @throws WrongInput naming the setting, and the feature where it is one */
    static Map<DivisionCode, Outline> read(@Nullable String file, @Nullable String number) {
        if (isBlank(file) && isBlank(number)) {
            return Map.of();
        }
        if (file == null || isBlank(file)) {
            throw new WrongInput(FILE, "设了审图号，没有设地图文件 · the file of the map is missing");
        }
        if (number == null || !REVIEWED.matcher(number.strip()).matches()) {
            throw new WrongInput(
                    NUMBER,
                    "地图须有审图号，写作 GS(2024)0650号 或 粤S(2024)012号 · the number of its review is missing or not written so");
        }
        return new ReviewedMap(number.strip()).read(Path.of(file));
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private Map<DivisionCode, Outline> read(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                throw new WrongInput(FILE, "没有这个文件，或超过 64 MB：" + file + " · no such file, or larger than 64 MB");
            }
            var outlines = new HashMap<DivisionCode, Outline>();
            int at = 0;
            for (var feature :
                    JsonMapper.shared().readTree(Files.readAllBytes(file)).path("features")) {
                var outline = outline("features[" + at++ + "]", feature);
                outlines.put(outline.code(), outline);
            }
            if (outlines.isEmpty()) {
                throw new WrongInput(FILE, "里面没有一个区划，应为 GeoJSON 的 FeatureCollection · holds no feature");
            }
            return Map.copyOf(outlines);
        } catch (IOException | JacksonException e) {
            throw new WrongInput(FILE, "读不了：" + file + "，应为 GeoJSON · cannot be read as GeoJSON");
        }
    }

    private Outline outline(String place, JsonNode feature) {
        var code = code(place, feature.path("properties"));
        var geometry = feature.path("geometry");
        var rings = new ArrayList<List<Spot>>();
        switch (geometry.path("type").asString("")) {
            case "Polygon" -> addRings(place, geometry.path("coordinates"), rings);
            case "MultiPolygon" -> {
                for (var polygon : geometry.path("coordinates")) {
                    addRings(place, polygon, rings);
                }
            }
            default -> throw new WrongInput(FILE, place + "：应为 Polygon 或 MultiPolygon · a polygon is expected");
        }
        if (rings.isEmpty()) {
            throw new WrongInput(FILE, place + "：没有轮廓 · has no ring");
        }
        return new Outline(code, middle(rings), path(rings), List.copyOf(rings), number);
    }

    private static DivisionCode code(String place, JsonNode properties) {
        var text = properties.path("code").asString("");
        if (text.isEmpty()) {
            text = properties.path("adcode").asString("");
        }
        var whole = text.length() == SHORT_CODE ? text + "0".repeat(CODE - SHORT_CODE) : text;
        return DivisionCode.parse(whole)
                .orElseThrow(() -> new WrongInput(
                        FILE,
                        place + ".properties.code：应为 6 位或 12 位区划代码 · a division code of 6 or 12 digits is expected"));
    }

    private static void addRings(String place, JsonNode polygon, List<List<Spot>> rings) {
        for (var ring : polygon) {
            var spots = new ArrayList<Spot>();
            for (var point : ring) {
                var spot = spot(place, point);
                if (spots.isEmpty() || !spots.getLast().equals(spot)) {
                    spots.add(spot);
                }
            }
            if (spots.size() > 2) {
                rings.add(List.copyOf(spots));
            }
        }
    }

    /** Rounded to the grid of the drawing, some hundred metres. */
    private static Spot spot(String place, JsonNode point) {
        double longitude = point.path(0).asDouble(Double.NaN);
        double latitude = point.path(1).asDouble(Double.NaN);
        if (!(longitude >= -180 && longitude <= 180 && latitude >= -90 && latitude <= 90)) {
            throw new WrongInput(FILE, place + "：坐标应为经度、纬度（度）· longitude and latitude in degrees are expected");
        }
        var exact = Spot.of(latitude, longitude);
        return new Spot(Math.rint(exact.x()), Math.rint(exact.y()));
    }

    /** Of the largest ring: the place its name stands at. */
    private static Spot middle(List<List<Spot>> rings) {
        var largest = rings.getFirst();
        for (var ring : rings) {
            largest = ring.size() > largest.size() ? ring : largest;
        }
        var x = largest.stream().mapToDouble(Spot::x).summaryStatistics();
        var y = largest.stream().mapToDouble(Spot::y).summaryStatistics();
        return new Spot(Math.rint((x.getMin() + x.getMax()) / 2), Math.rint((y.getMin() + y.getMax()) / 2));
    }

    private static String path(List<List<Spot>> rings) {
        var path = new StringBuilder();
        for (var ring : rings) {
            char step = 'M';
            for (var spot : ring) {
                path.append(step).append((long) spot.x()).append(' ').append((long) spot.y());
                step = 'L';
            }
            path.append('z');
        }
        return path.toString();
    }
}
