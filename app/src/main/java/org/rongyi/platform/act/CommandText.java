package org.rongyi.platform.act;

import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * What a command says, as one text: the same in every process. Sets and maps that do not keep an order are iterated in
 * another one by each start of the JVM, so they are written sorted.
 */
final class CommandText {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .addModule(new SimpleModule().addSerializer(Set.class, new SortedSet()))
            .build();

    private CommandText() {}

    static String of(Object command) {
        return command.getClass().getName() + JSON.writeValueAsString(command);
    }

    @SuppressWarnings("rawtypes") // the serializer of every set, whatever it holds
    private static final class SortedSet extends ValueSerializer<Set> {

        @Override
        public void serialize(Set set, JsonGenerator out, SerializationContext context) {
            out.writeStartArray();
            for (var element :
                    set.stream().map(JSON::writeValueAsString).sorted().toArray()) {
                out.writeRawValue((String) element);
            }
            out.writeEndArray();
        }
    }
}
