namespace Microsoft.SqlServer.Server;

/// <summary>What a type of <see cref="Format.UserDefined"/> implements to be stored.</summary>
public interface IBinarySerialize
{
    /// <summary>Fills the instance from its stored form.</summary>
    void Read(BinaryReader r);

    /// <summary>Writes the instance in its stored form.</summary>
    void Write(BinaryWriter w);
}
