// Stand-in for the header-only library ankerl::unordered_dense, which Debian does not package.
// The worker uses its maps and sets only as associative containers, so the standard ones serve.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <type_traits>
#include <unordered_map>
#include <unordered_set>

namespace ankerl::unordered_dense
{
	// libstdc++ hashes integers to themselves. Keys of the worker's tables (ports, addresses, SSRCs) are
	// chosen by remote peers, so integers are mixed to keep chosen keys from sharing one bucket.
	template<typename Key, typename Enable = void>
	struct hash : std::hash<Key>
	{
	};

	template<typename Key>
	struct hash<Key, std::enable_if_t<std::is_integral_v<Key> || std::is_enum_v<Key>>>
	{
		std::size_t operator()(Key key) const noexcept
		{
			auto mixed = static_cast<std::uint64_t>(key) + 0x9e3779b97f4a7c15ULL;

			mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9ULL;
			mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebULL;

			return static_cast<std::size_t>(mixed ^ (mixed >> 31));
		}
	};

	template<typename Key, typename Value, typename Hash = hash<Key>, typename Equal = std::equal_to<Key>>
	using map = std::unordered_map<Key, Value, Hash, Equal>;

	template<typename Key, typename Hash = hash<Key>, typename Equal = std::equal_to<Key>>
	using set = std::unordered_set<Key, Hash, Equal>;
} // namespace ankerl::unordered_dense
