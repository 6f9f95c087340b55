package org.rongyi.career.placement.allocation;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.StreamSupport;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Single changes to a transcript, after each of which all hashes are made anew: what somebody could do who holds the program. */
public final class Tampering {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Random random;

    public Tampering(long seed) {
        random = new Random(seed);
    }

    /**
     * A changed file.
     *
     * @param place of what was changed
     * @param isInput what was allocated was changed, not what came of it
     */
    record Change(String place, String what, boolean isInput, byte[] file, byte[] input) {}

    public record Spot(JsonNode in, String place) {}

    /** One change of any kind anywhere but in the hashes. */
    Change any(byte[] file) {
        while (true) {
            var root = (ObjectNode) MAPPER.readTree(file);
            var spots = new ArrayList<Spot>();
            root.properties().forEach(one -> collect(one.getValue(), one.getKey(), spots));
            spots.removeIf(spot -> spot.place().startsWith("transcript.heads"));
            var spot = spots.get(random.nextInt(spots.size()));
            var what = change(spot.in());
            var place = spot.place().replaceFirst("^transcript\\.?", "");
            boolean isInput = place.startsWith("input");
            if (!what.isEmpty()) {
                rehash((ObjectNode) root.get("transcript"));
                var changed = root.toString().getBytes(StandardCharsets.UTF_8);
                if (!MAPPER.readTree(changed).equals(MAPPER.readTree(file))) {
                    var given = root.at("/transcript/input").toString().getBytes(StandardCharsets.UTF_8);
                    return new Change(place, what, isInput, changed, given);
                }
            }
        }
    }

    public static void collect(JsonNode node, String place, List<Spot> spots) {
        if (node.isContainer()) {
            spots.add(new Spot(node, place));
        }
        if (node instanceof ObjectNode object) {
            object.properties().forEach(one -> collect(one.getValue(), place + "." + one.getKey(), spots));
        }
        if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                collect(list.get(i), place + "[" + i + "]", spots);
            }
        }
    }

    /** Says what was done; nothing where nothing could be. */
    public String change(JsonNode node) {
        return node instanceof ObjectNode object ? field(object) : element((ArrayNode) node);
    }

    private String field(ObjectNode object) {
        var keys = List.copyOf(object.propertyNames());
        var key = keys.isEmpty() ? "" : keys.get(random.nextInt(keys.size()));
        if (keys.isEmpty() || random.nextInt(12) == 0) {
            object.put("note", "x");
            return "insert";
        }
        if (random.nextInt(6) == 0) {
            object.remove(key);
            return "drop " + key;
        }
        var other = other(object.get(key));
        if (other == null) {
            return "";
        }
        object.set(key, other);
        return "change " + key;
    }

    private String element(ArrayNode list) {
        if (list.isEmpty()) {
            return "";
        }
        int at = random.nextInt(list.size());
        switch (random.nextInt(4)) {
            case 0 -> list.remove(at);
            case 1 -> list.insert(random.nextInt(list.size() + 1), list.get(at).deepCopy());
            case 2 -> list.insert(random.nextInt(list.size()), list.remove(at));
            default -> {
                var other = other(list.get(at));
                if (other == null) {
                    return "";
                }
                list.set(at, other);
            }
        }
        return "element " + at;
    }

    private JsonNode other(JsonNode value) {
        var nodes = MAPPER.getNodeFactory();
        if (value.isNumber()) {
            return nodes.numberNode(value.decimalValue().add(BigDecimal.valueOf(random.nextBoolean() ? 1 : -1)));
        }
        if (value.isNull()) {
            return random.nextBoolean() ? nodes.numberNode(BigDecimal.ONE) : nodes.stringNode("p0");
        }
        if (value.isString()) {
            var now = value.stringValue();
            boolean isName = now.matches("[pc][0-9]");
            return isName && random.nextInt(4) > 0
                    ? nodes.stringNode(now.substring(0, 1) + random.nextInt(6))
                    : random.nextBoolean() ? nodes.nullNode() : nodes.stringNode(now + "x");
        }
        return null;
    }

    static void rehash(ObjectNode transcript) {
        if (!(transcript.get("heads") instanceof ObjectNode heads)) {
            return;
        }
        var input = layout(transcript.get("input"));
        var plain = (ObjectNode) heads.get("input");
        plain.put("sha256", Head.sha256().plain(input, 0, input.length));
        plain.put("sm3", Head.sm3().plain(input, 0, input.length));
        var sha256 = Head.sha256();
        var sm3 = Head.sm3();
        if (transcript.get("steps") instanceof ArrayNode steps) {
            for (var step : steps) {
                var leaf = step.toString().getBytes(StandardCharsets.UTF_8);
                sha256.add(leaf, 0, leaf.length);
                sm3.add(leaf, 0, leaf.length);
            }
        }
        ((ObjectNode) heads.get("steps")).put("sha256", sha256.value()).put("sm3", sm3.value());
    }

    /** The canonical bytes of the input; of what is no input any more, something. */
    private static byte[] layout(JsonNode input) {
        var out = new StringBuilder();
        if (input instanceof ObjectNode object) {
            object.properties().forEach(one -> {
                out.append(out.isEmpty() ? "{" : ",\n")
                        .append('"')
                        .append(one.getKey())
                        .append("\":");
                if (one.getValue() instanceof ArrayNode list && !list.isEmpty()) {
                    out.append("[\n")
                            .append(String.join(
                                    ",\n",
                                    StreamSupport.stream(list.spliterator(), false)
                                            .map(JsonNode::toString)
                                            .toList()))
                            .append(']');
                } else {
                    out.append(one.getValue());
                }
            });
        }
        return out.append('}').toString().getBytes(StandardCharsets.UTF_8);
    }
}
