package org.soothe.recording.formats.parquet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;
import org.soothe.recording.formats.export.StudyTable;
import org.soothe.recording.formats.export.StudyTableWriter;

/** Writes study tables as Parquet: texts and double numbers, all of them optional, compressed with gzip. Stateless. */
public final class ParquetTables implements StudyTableWriter {

    /** Made by the service loader. */
    public ParquetTables() {}

    @Override
    public String extension() {
        return "parquet";
    }

    @Override
    public void write(StudyTable table, Map<String, String> about, Path file) throws IOException {
        MessageType schema = schema(table);
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withConf(new PlainParquetConfiguration())
                .withType(schema)
                .withCompressionCodec(CompressionCodecName.GZIP)
                .withExtraMetaData(about)
                .build()) {
            for (@Nullable Object[] row : table.rows()) {
                writer.write(group(schema, row));
            }
        }
    }

    private static MessageType schema(StudyTable table) {
        Types.MessageTypeBuilder builder = Types.buildMessage();
        for (int i = 0; i < table.columns().size(); i++) {
            String name = table.columns().get(i);
            if (table.isText(i)) {
                builder.optional(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(name);
            } else {
                builder.optional(PrimitiveTypeName.DOUBLE).named(name);
            }
        }
        return builder.named(table.name());
    }

    private static Group group(MessageType schema, @Nullable Object[] row) {
        Group group = new SimpleGroup(schema);
        for (int i = 0; i < row.length; i++) {
            Object value = row[i];
            if (value instanceof Double number) {
                group.add(i, number);
            } else if (value != null) {
                group.add(i, value.toString());
            }
        }
        return group;
    }
}
