package org.soothe.recording.file;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.KryoException;
import com.esotericsoftware.kryo.Registration;
import com.esotericsoftware.kryo.SerializerFactory;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import com.esotericsoftware.kryo.util.DefaultClassResolver;
import com.esotericsoftware.kryo.util.DefaultInstantiatorStrategy;
import com.esotericsoftware.kryo.util.MapReferenceResolver;
import com.esotericsoftware.kryo.util.Pool;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objenesis.strategy.StdInstantiatorStrategy;
import org.soothe.engine.Engine;

/**
 * The state of an engine as bytes, so that a replay can begin in the middle. A cache and never truth: only the very build that
 * wrote it reads it, and whoever does without recomputes from the start and gets the same. Stateless.
 */
final class EngineState {
    private static final int FIRST_BYTES = 1 << 19;

    private static final Set<String> STAGES = Set.of(
            "org.soothe.event",
            "org.soothe.beat",
            "org.soothe.artifact",
            "org.soothe.hrv",
            "org.soothe.breathing",
            "org.soothe.response",
            "org.soothe.engine");

    // Design: a Kryo learns the classes of an engine at its first use, which takes as long as ten further uses. So
    // those that have learnt them wait here for the next one; they keep nothing of an engine.
    private static final Pool<Kryo> KRYOS = new Pool<>(true, true, 2) {
        @Override
        protected Kryo create() {
            return kryo();
        }
    };

    private EngineState() {}

    /** Makes nothing but stages and plain collections, whatever a file asks for. */
    private static final class StagesOnly extends DefaultClassResolver {
        @Override
        @SuppressWarnings("rawtypes") // as the library declares it
        public Registration registerImplicit(Class type) {
            Class<?> element = type;
            while (element.isArray()) {
                element = element.getComponentType();
            }
            boolean allowed = element.isPrimitive()
                    || STAGES.contains(element.getPackageName())
                    || isCollection(element)
                    || element == Object.class;
            if (!allowed) {
                throw new KryoException("no part of an engine: " + type.getName());
            }
            return super.registerImplicit(type);
        }

        private static boolean isCollection(Class<?> type) {
            boolean holds = Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
            return holds && type.getName().startsWith("java.util.");
        }
    }

    private static Kryo kryo() {
        Kryo kryo = new Kryo(new StagesOnly(), new MapReferenceResolver());
        kryo.setRegistrationRequired(false);
        // An inner class needs its outer object again.
        SerializerFactory.FieldSerializerFactory whole = new SerializerFactory.FieldSerializerFactory();
        whole.getConfig().setIgnoreSyntheticFields(false);
        kryo.setDefaultSerializer(whole);
        kryo.setInstantiatorStrategy(new DefaultInstantiatorStrategy(new StdInstantiatorStrategy()));
        return kryo;
    }

    /** Returns the payload of a CHECKPOINT block; null where this engine has a part that cannot be kept. */
    static byte @Nullable [] save(Engine engine) {
        Kryo kryo = KRYOS.obtain();
        try (Output out = new Output(FIRST_BYTES, -1)) {
            kryo.writeObject(out, engine);
            KRYOS.free(kryo);
            return new CborOut()
                    .array(2)
                    .text(MethodBuild.here())
                    .bytes(out.toBytes())
                    .end()
                    .done();
        } catch (IOException | RuntimeException e) {
            // Only seeking is slower without it.
            return null;
        }
    }

    /** Returns the engine of a payload; null if another build wrote it or it cannot be read. */
    static @Nullable Engine restore(byte[] payload) {
        try {
            CborIn in = new CborIn(payload);
            if (!in.enter() || !in.text().equals(MethodBuild.here())) {
                return null;
            }
            Kryo kryo = KRYOS.obtain();
            try (Input input = new Input(in.bytes())) {
                Engine engine = kryo.readObject(input, Engine.class);
                // After bytes that are no engine it is given up instead.
                KRYOS.free(kryo);
                return engine;
            }
        } catch (IOException | Malformed | RuntimeException e) {
            return null;
        }
    }
}
